package dev.plumbline.composition;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.Labels;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns a lexicon's JSON into a [Lexicon], with the place in every complaint.
final class LexiconJson {
  private static final Set<String> KEYS =
      Set.of(
          "$schema",
          "id",
          "title",
          "description",
          "source",
          "sources",
          "license",
          "include",
          "terms",
          "labels",
          "groups",
          "attributes",
          "sections",
          "tests");

  private final LexiconValues values;

  /// @param file name for complaints
  LexiconJson(String file) {
    values = new LexiconValues(file);
  }

  Lexicon read(String text, String defaultId) {
    JsonObject root = values.object(values.parse(text), "$");
    for (String key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw values.complaint("$." + key, "is unknown; a lexicon has terms, tests and labels");
      }
    }
    String id = root.has("id") ? values.string(root.get("id"), "$.id") : defaultId;
    LexiconParts lists = included(root);
    Map<String, TermList> own = terms(root, lists.terms.isEmpty());
    lists.terms.putAll(own);
    Set<String> known = lists.terms.keySet();
    lists.labels.putAll(labels(root, known));
    sources(root, own.keySet(), lists.sources);
    lists.add(tests(root, known));
    lists.put(sections(root, id, own.keySet(), known));
    names(root, "groups", known).forEach(lists.groups::add);
    names(root, "attributes", known).forEach(lists.attributes::add);
    return lists.lexicon(id);
  }

  /// What the lexicons named by `include` bring along; what the file itself says replaces it.
  private LexiconParts included(JsonObject root) {
    LexiconParts included = new LexiconParts();
    for (String id : values.names(root, "include")) {
      Lexicon lexicon = LexiconReader.bundled(id);
      for (String list : lexicon.terms().keySet()) {
        if (included.terms.containsKey(list)) {
          throw values.complaint("$.include", "brings the list \"" + list + "\" twice");
        }
      }
      included.add(lexicon);
    }
    return included;
  }

  private List<String> names(JsonObject root, String key, Set<String> lists) {
    List<String> names = values.names(root, key);
    names.forEach(name -> requireList(name, lists, "$." + key));
    return names;
  }

  private void sources(JsonObject root, Set<String> own, Map<String, String> sources) {
    if (root.has("source")) {
      String source = values.string(root.get("source"), "$.source");
      own.forEach(list -> sources.put(list, source));
    }
    if (root.has("sources")) {
      values
          .object(root.get("sources"), "$.sources")
          .entrySet()
          .forEach(
              e -> sources.put(e.getKey(), values.string(e.getValue(), "$.sources." + e.getKey())));
    }
  }

  private Map<String, TermList> terms(JsonObject root, boolean required) {
    Map<String, TermList> lists = new LinkedHashMap<>();
    if (!root.has("terms")) {
      if (required) {
        throw values.complaint("$", "has no \"terms\"");
      }
      return lists;
    }
    for (Map.Entry<String, JsonElement> e :
        values.object(root.get("terms"), "$.terms").entrySet()) {
      String path = "$.terms." + e.getKey();
      if (e.getKey().isBlank()) {
        throw values.complaint("$.terms", "has a list without a name");
      }
      lists.put(e.getKey(), list(e.getValue(), path));
    }
    if (lists.isEmpty()) {
      throw values.complaint("$.terms", "has no list");
    }
    return lists;
  }

  private TermList list(JsonElement element, String path) {
    if (element.isJsonArray()) {
      return new TermList(values.words(element.getAsJsonArray(), path), false);
    }
    if (!element.isJsonObject()) {
      throw values.complaint(path, "must be an array of terms, or an object with match and terms");
    }
    JsonObject object = element.getAsJsonObject();
    String match =
        object.has("match") ? values.string(object.get("match"), path + ".match") : "word";
    if (!match.equals("word") && !match.equals("substring")) {
      throw values.complaint(path + ".match", "must be \"word\" or \"substring\"");
    }
    if (!object.has("terms") || !object.get("terms").isJsonArray()) {
      throw values.complaint(path + ".terms", "must be an array of terms");
    }
    List<String> words = values.words(object.getAsJsonArray("terms"), path + ".terms");
    return new TermList(words, match.equals("substring"));
  }

  private Map<String, Labels> labels(JsonObject root, Set<String> lists) {
    Map<String, Labels> labels = new LinkedHashMap<>();
    if (!root.has("labels")) {
      return labels;
    }
    for (Map.Entry<String, JsonElement> e :
        values.object(root.get("labels"), "$.labels").entrySet()) {
      String path = "$.labels." + e.getKey();
      requireList(e.getKey(), lists, path);
      labels.put(e.getKey(), values.label(e.getValue(), path));
    }
    return labels;
  }

  /// The sections that are named; else, of a file with a title, one of its own lists.
  private List<LexiconSection> sections(
      JsonObject root, String id, Set<String> own, Set<String> known) {
    List<LexiconSection> sections = new ArrayList<>();
    if (!root.has("sections")) {
      if (root.has("title") && !own.isEmpty()) {
        Labels title = values.label(root.get("title"), "$.title");
        sections.add(new LexiconSection(id, title, List.copyOf(own)));
      }
      return sections;
    }
    if (!root.get("sections").isJsonArray()) {
      throw values.complaint("$.sections", "must be an array");
    }
    Set<String> seen = new HashSet<>();
    JsonArray array = root.getAsJsonArray("sections");
    for (int i = 0; i < array.size(); i++) {
      String path = "$.sections[" + i + "]";
      JsonObject section = values.object(array.get(i), path);
      List<String> lists = values.names(section, "lists");
      for (String list : lists) {
        requireList(list, known, path + ".lists");
        if (!seen.add(list)) {
          throw values.complaint(path + ".lists", "names the list \"" + list + "\" again");
        }
      }
      if (lists.isEmpty()) {
        throw values.complaint(path + ".lists", "has no list");
      }
      sections.add(
          new LexiconSection(
              values.string(section.get("id"), path + ".id"),
              values.label(section.get("label"), path + ".label"),
              lists));
    }
    return sections;
  }

  private List<LexiconTest> tests(JsonObject root, Set<String> lists) {
    List<LexiconTest> tests = new ArrayList<>();
    if (!root.has("tests")) {
      return tests;
    }
    if (!root.get("tests").isJsonArray()) {
      throw values.complaint("$.tests", "must be an array");
    }
    Set<String> ids = new HashSet<>();
    JsonArray array = root.getAsJsonArray("tests");
    for (int i = 0; i < array.size(); i++) {
      String path = "$.tests[" + i + "]";
      JsonObject test = values.object(array.get(i), path);
      String id = values.string(test.get("id"), path + ".id");
      if (id.isBlank() || !ids.add(id)) {
        throw values.complaint(path + ".id", "must be a name that no other test has");
      }
      tests.add(
          new LexiconTest(
              new TestId(id),
              listOf(test, "x", lists, path),
              listOf(test, "y", lists, path),
              listOf(test, "a", lists, path),
              listOf(test, "b", lists, path)));
    }
    return tests;
  }

  private String listOf(JsonObject test, String key, Set<String> lists, String path) {
    String name = values.string(test.get(key), path + "." + key);
    requireList(name, lists, path + "." + key);
    return name;
  }

  private void requireList(String name, Set<String> lists, String path) {
    if (!lists.contains(name)) {
      throw values.complaint(
          path, "names no list: \"" + name + "\" is not among " + String.join(", ", lists));
    }
  }
}

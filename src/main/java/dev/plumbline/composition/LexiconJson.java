package dev.plumbline.composition;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.plumbline.core.Labels;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  private final String file;

  /// @param file name for complaints
  LexiconJson(String file) {
    this.file = file;
  }

  Lexicon read(String text, String defaultId) {
    JsonObject root = object(parse(text), "$");
    for (String key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw complaint("$." + key, "is unknown; a lexicon has terms, tests and labels");
      }
    }
    String id = root.has("id") ? string(root.get("id"), "$.id") : defaultId;
    Included lists = included(root);
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
  private Included included(JsonObject root) {
    Included included = new Included();
    for (String id : names(root, "include")) {
      Lexicon lexicon = LexiconReader.bundled(id);
      for (String list : lexicon.terms().keySet()) {
        if (included.terms.containsKey(list)) {
          throw complaint("$.include", "brings the list \"" + list + "\" twice");
        }
      }
      included.add(lexicon);
    }
    return included;
  }

  private List<String> names(JsonObject root, String key) {
    if (!root.has(key)) {
      return List.of();
    }
    if (!root.get(key).isJsonArray()) {
      throw complaint("$." + key, "must be an array of names");
    }
    JsonArray array = root.getAsJsonArray(key);
    return array.isEmpty() ? List.of() : words(array, "$." + key);
  }

  private List<String> names(JsonObject root, String key, Set<String> lists) {
    List<String> names = names(root, key);
    names.forEach(name -> requireList(name, lists, "$." + key));
    return names;
  }

  private void sources(JsonObject root, Set<String> own, Map<String, String> sources) {
    if (root.has("source")) {
      String source = string(root.get("source"), "$.source");
      own.forEach(list -> sources.put(list, source));
    }
    if (root.has("sources")) {
      object(root.get("sources"), "$.sources")
          .entrySet()
          .forEach(e -> sources.put(e.getKey(), string(e.getValue(), "$.sources." + e.getKey())));
    }
  }

  /// A lexicon while it is put together.
  private static final class Included {
    private final Map<String, TermList> terms = new LinkedHashMap<>();
    private final Map<String, Labels> labels = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<TestId, LexiconTest> tests = new LinkedHashMap<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final List<LexiconSection> sections = new ArrayList<>();

    void add(Lexicon lexicon) {
      terms.putAll(lexicon.terms());
      labels.putAll(lexicon.labels());
      sources.putAll(lexicon.sources());
      groups.addAll(lexicon.groups());
      attributes.addAll(lexicon.attributes());
      add(lexicon.tests());
      put(lexicon.sections());
    }

    /// A list moves to the section that names it last.
    void put(List<LexiconSection> more) {
      for (LexiconSection section : more) {
        sections.replaceAll(
            it -> it.with(it.lists().stream().filter(l -> !section.lists().contains(l)).toList()));
        sections.add(section);
      }
      sections.removeIf(it -> it.lists().isEmpty());
    }

    void add(List<LexiconTest> more) {
      more.forEach(test -> tests.put(test.id(), test));
    }

    Lexicon lexicon(String id) {
      return new Lexicon(
          id,
          terms,
          labels,
          List.copyOf(tests.values()),
          List.copyOf(groups),
          List.copyOf(attributes),
          sources,
          sections);
    }
  }

  private JsonElement parse(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      String told = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      String detail = told.replaceAll("^[\\w.]+Exception: | path \\$.*", "");
      throw new PlumblineException(file + " is not valid JSON: " + detail + ".", e);
    }
  }

  private Map<String, TermList> terms(JsonObject root, boolean required) {
    Map<String, TermList> lists = new LinkedHashMap<>();
    if (!root.has("terms")) {
      if (required) {
        throw complaint("$", "has no \"terms\"");
      }
      return lists;
    }
    for (Map.Entry<String, JsonElement> e : object(root.get("terms"), "$.terms").entrySet()) {
      String path = "$.terms." + e.getKey();
      if (e.getKey().isBlank()) {
        throw complaint("$.terms", "has a list without a name");
      }
      lists.put(e.getKey(), list(e.getValue(), path));
    }
    if (lists.isEmpty()) {
      throw complaint("$.terms", "has no list");
    }
    return lists;
  }

  private TermList list(JsonElement element, String path) {
    if (element.isJsonArray()) {
      return new TermList(words(element.getAsJsonArray(), path), false);
    }
    if (!element.isJsonObject()) {
      throw complaint(path, "must be an array of terms, or an object with match and terms");
    }
    JsonObject object = element.getAsJsonObject();
    String match = object.has("match") ? string(object.get("match"), path + ".match") : "word";
    if (!match.equals("word") && !match.equals("substring")) {
      throw complaint(path + ".match", "must be \"word\" or \"substring\"");
    }
    if (!object.has("terms") || !object.get("terms").isJsonArray()) {
      throw complaint(path + ".terms", "must be an array of terms");
    }
    List<String> words = words(object.getAsJsonArray("terms"), path + ".terms");
    return new TermList(words, match.equals("substring"));
  }

  private List<String> words(JsonArray array, String path) {
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < array.size(); i++) {
      String place = path + "[" + i + "]";
      String word = string(array.get(i), place);
      if (word.isBlank()) {
        throw complaint(place, "must not be blank");
      }
      if (!words.add(word)) {
        throw complaint(place, "repeats the term \"" + word + "\"");
      }
    }
    if (words.isEmpty()) {
      throw complaint(path, "has no term");
    }
    return List.copyOf(words);
  }

  private Map<String, Labels> labels(JsonObject root, Set<String> lists) {
    Map<String, Labels> labels = new LinkedHashMap<>();
    if (!root.has("labels")) {
      return labels;
    }
    for (Map.Entry<String, JsonElement> e : object(root.get("labels"), "$.labels").entrySet()) {
      String path = "$.labels." + e.getKey();
      requireList(e.getKey(), lists, path);
      labels.put(e.getKey(), label(e.getValue(), path));
    }
    return labels;
  }

  private Labels label(JsonElement element, String path) {
    if (element == null || !element.isJsonObject()) {
      return Labels.of(string(element, path));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    element
        .getAsJsonObject()
        .entrySet()
        .forEach(text -> texts.put(text.getKey(), string(text.getValue(), path)));
    if (texts.isEmpty()) {
      throw complaint(path, "needs at least one language");
    }
    return new Labels(texts);
  }

  /// The sections that are named; else, of a file with a title, one of its own lists.
  private List<LexiconSection> sections(
      JsonObject root, String id, Set<String> own, Set<String> known) {
    List<LexiconSection> sections = new ArrayList<>();
    if (!root.has("sections")) {
      if (root.has("title") && !own.isEmpty()) {
        Labels title = label(root.get("title"), "$.title");
        sections.add(new LexiconSection(id, title, List.copyOf(own)));
      }
      return sections;
    }
    if (!root.get("sections").isJsonArray()) {
      throw complaint("$.sections", "must be an array");
    }
    Set<String> seen = new HashSet<>();
    JsonArray array = root.getAsJsonArray("sections");
    for (int i = 0; i < array.size(); i++) {
      String path = "$.sections[" + i + "]";
      JsonObject section = object(array.get(i), path);
      List<String> lists = names(section, "lists");
      for (String list : lists) {
        requireList(list, known, path + ".lists");
        if (!seen.add(list)) {
          throw complaint(path + ".lists", "names the list \"" + list + "\" again");
        }
      }
      if (lists.isEmpty()) {
        throw complaint(path + ".lists", "has no list");
      }
      sections.add(
          new LexiconSection(
              string(section.get("id"), path + ".id"),
              label(section.get("label"), path + ".label"),
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
      throw complaint("$.tests", "must be an array");
    }
    Set<String> ids = new HashSet<>();
    JsonArray array = root.getAsJsonArray("tests");
    for (int i = 0; i < array.size(); i++) {
      String path = "$.tests[" + i + "]";
      JsonObject test = object(array.get(i), path);
      String id = string(test.get("id"), path + ".id");
      if (id.isBlank() || !ids.add(id)) {
        throw complaint(path + ".id", "must be a name that no other test has");
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
    String name = string(test.get(key), path + "." + key);
    requireList(name, lists, path + "." + key);
    return name;
  }

  private void requireList(String name, Set<String> lists, String path) {
    if (!lists.contains(name)) {
      throw complaint(
          path, "names no list: \"" + name + "\" is not among " + String.join(", ", lists));
    }
  }

  private JsonObject object(JsonElement element, String path) {
    if (element == null || !element.isJsonObject()) {
      throw complaint(path, "must be an object");
    }
    return element.getAsJsonObject();
  }

  private String string(JsonElement element, String path) {
    boolean text = element != null && element.isJsonPrimitive();
    if (!text || !element.getAsJsonPrimitive().isString()) {
      throw complaint(path, "must be a text");
    }
    return element.getAsString();
  }

  private PlumblineException complaint(String path, String what) {
    return new PlumblineException(file + ": " + path + " " + what + ".");
  }
}

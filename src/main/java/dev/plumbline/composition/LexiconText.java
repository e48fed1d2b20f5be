package dev.plumbline.composition;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.Labels;
import java.util.List;

/// Turns a lexicon into JSON that [LexiconJson] reads back as an equal one.
final class LexiconText {
  private LexiconText() {}

  /// Writes all of a lexicon, indented.
  static String write(Lexicon lexicon) {
    JsonObject root = new JsonObject();
    root.addProperty("id", lexicon.id());
    JsonObject terms = new JsonObject();
    lexicon.terms().forEach((name, list) -> terms.add(name, list(list)));
    root.add("terms", terms);
    JsonObject labels = new JsonObject();
    for (String name : lexicon.terms().keySet()) {
      if (lexicon.labels().containsKey(name)) {
        labels.add(name, label(lexicon.labels().get(name)));
      }
    }
    root.add("labels", labels);
    root.add("groups", array(lexicon.groups()));
    root.add("attributes", array(lexicon.attributes()));
    JsonArray sections = new JsonArray();
    for (LexiconSection section : lexicon.sections()) {
      JsonObject object = new JsonObject();
      object.addProperty("id", section.id());
      object.add("label", label(section.label()));
      object.add("lists", array(section.lists()));
      sections.add(object);
    }
    root.add("sections", sections);
    JsonObject sources = new JsonObject();
    lexicon.sources().forEach(sources::addProperty);
    root.add("sources", sources);
    JsonArray tests = new JsonArray();
    for (LexiconTest test : lexicon.tests()) {
      JsonObject object = new JsonObject();
      object.addProperty("id", test.id().value());
      object.addProperty("x", test.x());
      object.addProperty("y", test.y());
      object.addProperty("a", test.a());
      object.addProperty("b", test.b());
      tests.add(object);
    }
    root.add("tests", tests);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  private static JsonObject label(Labels label) {
    JsonObject texts = new JsonObject();
    label.texts().forEach(texts::addProperty);
    return texts;
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonElement list(TermList list) {
    JsonArray terms = array(list.terms());
    if (!list.substring()) {
      return terms;
    }
    JsonObject object = new JsonObject();
    object.addProperty("match", "substring");
    object.add("terms", terms);
    return object;
  }
}

package dev.plumbline.stimulus;

import dev.plumbline.core.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the stimulus sets of a battery.
final class SetReader {
  private static final Set<String> MEMBERS =
      Set.of("label", "source", "texts", "templates", "more", "images", "comment");

  private SetReader() {}

  static StimulusSet set(String name, JsonTree tree) {
    BatteryReader.onlyMembers(tree, MEMBERS);
    Optional<JsonTree> texts = tree.find("texts");
    Optional<JsonTree> images = tree.find("images");
    StimulusSet set =
        new StimulusSet(
            name,
            BatteryReader.label(tree, name),
            texts.filter(it -> !it.isObject()).map(SetReader::names).orElse(List.of()),
            templates(tree),
            images.filter(it -> !it.isObject()).map(SetReader::folder),
            tree.find("more").map(SetReader::groups).orElse(List.of()),
            texts.filter(JsonTree::isObject).map(SetReader::rule),
            images.filter(JsonTree::isObject).map(SetReader::rule),
            tree.find("source").map(JsonTree::name));
    if (!set.hasTexts() && !set.hasImages()) {
      if (texts.isPresent()) {
        throw texts.get().error("is empty: a set needs at least one text.");
      }
      throw tree.error("needs \"texts\" or \"images\".");
    }
    if (!set.templates().isEmpty() && !set.hasTexts()) {
      throw tree.get("templates").error("has no words: add \"texts\".");
    }
    return set;
  }

  private static List<TextGroup> groups(JsonTree tree) {
    List<TextGroup> groups = new ArrayList<>();
    for (JsonTree item : tree.items()) {
      BatteryReader.onlyMembers(item, Set.of("texts", "templates", "comment"));
      List<String> texts = names(item.get("texts"));
      if (texts.isEmpty()) {
        throw item.get("texts").error("is empty: a group needs at least one text.");
      }
      groups.add(new TextGroup(texts, templates(item)));
    }
    return groups;
  }

  private static List<String> templates(JsonTree tree) {
    Optional<JsonTree> list = tree.find("templates");
    if (list.isEmpty()) {
      return List.of();
    }
    List<String> templates = new ArrayList<>();
    for (JsonTree item : list.get().items()) {
      if (!Template.hasPlace(item.text())) {
        throw item.error("must hold {} where the word goes.");
      }
      templates.add(item.text());
    }
    return templates;
  }

  private static List<String> names(JsonTree list) {
    return list.items().stream().map(JsonTree::name).toList();
  }

  private static Selection rule(JsonTree tree) {
    BatteryReader.onlyMembers(tree, Set.of("norms", "by", "end", "n"));
    JsonTree norms = tree.get("norms");
    NormsSource source =
        NormsSource.named(norms.text())
            .orElseThrow(
                () ->
                    norms.error(
                        "there are no norms \"%s\"; known are %s."
                            .formatted(norms.text(), NormsSource.known())));
    int n = tree.get("n").integer();
    if (n < 1) {
      throw tree.get("n").error("must be at least 1.");
    }
    return new Selection(source, dimension(tree), end(tree.get("end")), n);
  }

  private static NormsDimension dimension(JsonTree tree) {
    Optional<JsonTree> by = tree.find("by");
    if (by.isEmpty()) {
      return NormsDimension.VALENCE;
    }
    for (NormsDimension dimension : NormsDimension.values()) {
      if (dimension.label().equals(by.get().text())) {
        return dimension;
      }
    }
    throw by.get()
        .error("is \"" + by.get().text() + "\", but must be valence, arousal or dominance.");
  }

  private static Selection.End end(JsonTree tree) {
    for (Selection.End end : Selection.End.values()) {
      if (end.label().equals(tree.text())) {
        return end;
      }
    }
    throw tree.error("is \"" + tree.text() + "\", but must be top or bottom.");
  }

  private static String folder(JsonTree tree) {
    String folder = tree.name();
    if (!BatteryChecks.isBelow(folder)) {
      throw tree.error(BatteryFinding.Kind.OUTSIDE.at(tree.path()).sentence());
    }
    return folder;
  }
}

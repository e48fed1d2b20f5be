package dev.plumbline.stimulus;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A SEAT/WEAT file: one JSON object `{targ1, targ2, attr1, attr2}`, each `{category, examples}`.
/// It becomes a battery of one test in the order all-text.
final class SentenceTestFile {
  private SentenceTestFile() {}

  static Battery battery(JsonTree root, String id) {
    Map<String, StimulusSet> sets = new LinkedHashMap<>();
    String x = add(sets, root.get("targ1"));
    String y = add(sets, root.get("targ2"));
    String a = add(sets, root.get("attr1"));
    String b = add(sets, root.get("attr2"));
    String category = x + "-" + y + "/" + a + "-" + b;
    AssociationTest test =
        new AssociationTest(
            new TestId(id), category, Labels.of(id), x, y, a, b, List.of(Order.ALL_TEXT));
    return new Battery(id, Labels.of(id), sets, List.of(test));
  }

  private static String add(Map<String, StimulusSet> sets, JsonTree tree) {
    String name = tree.get("category").name();
    if (sets.containsKey(name)) {
      throw tree.get("category").error("the category \"" + name + "\" is used twice.");
    }
    List<String> examples = tree.get("examples").items().stream().map(JsonTree::name).toList();
    if (examples.isEmpty()) {
      throw tree.get("examples").error("needs at least one text.");
    }
    sets.put(name, new StimulusSet(name, Labels.of(name), examples, List.of(), Optional.empty()));
    return name;
  }
}

package dev.plumbline.stimulus;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// SEAT/WEAT files: one JSON object `{targ1, targ2, attr1, attr2}`, each `{category, examples}`.
/// Each becomes a test in the order all-text.
///
/// A category's name may come again with other examples, in the same file or another one of the
/// folder; the set then gets a number (`Pleasant 2`). With the same examples it is the same set.
final class SentenceTestFile {
  private final Map<String, StimulusSet> sets = new LinkedHashMap<>();
  private final List<AssociationTest> tests = new ArrayList<>();

  private SentenceTestFile() {}

  /// The battery of one file.
  static Battery battery(JsonTree root, String id) {
    SentenceTestFile file = new SentenceTestFile();
    file.add(root, id);
    Battery battery = new Battery(id, Labels.of(id), file.sets, file.tests);
    return BatteryReader.checked(
        root, battery, path -> path.endsWith(".b") ? "$.attr2.examples" : "$.targ2.examples");
  }

  /// The battery of a folder's files, in the order of their names; files that are no such tests are
  /// passed over.
  ///
  /// @throws PlumblineException if there is none, or one is damaged
  static Battery folder(Path folder) {
    SentenceTestFile all = new SentenceTestFile();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(SentenceTestFile::mayBeJson).sorted().toList()) {
        JsonTree root = JsonTree.readUnique(file);
        if (root.isObject() && root.find("targ1").isPresent()) {
          battery(root, BatteryReader.stem(file));
          all.add(root, BatteryReader.stem(file));
        }
      }
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder " + folder + ".", e);
    }
    if (all.tests.isEmpty()) {
      throw new PlumblineException(
          "The folder "
              + folder
              + " holds no SEAT/WEAT tests: JSON objects with targ1, targ2, attr1, attr2.");
    }
    String id = folder.toAbsolutePath().normalize().getFileName().toString();
    return new Battery(id, Labels.of(id), all.sets, all.tests);
  }

  private static boolean mayBeJson(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && (name.endsWith(".json") || name.endsWith(".jsonl"));
  }

  private void add(JsonTree root, String id) {
    String x = set(root.get("targ1"));
    String y = set(root.get("targ2"));
    String a = set(root.get("attr1"));
    String b = set(root.get("attr2"));
    String category = x + "-" + y + "/" + a + "-" + b;
    tests.add(
        new AssociationTest(
            new TestId(id), category, Labels.of(id), x, y, a, b, List.of(Order.ALL_TEXT)));
  }

  private String set(JsonTree tree) {
    String category = tree.get("category").name();
    List<String> examples = tree.get("examples").items().stream().map(JsonTree::name).toList();
    if (examples.isEmpty()) {
      throw tree.get("examples").error("needs at least one text.");
    }
    String name = category;
    for (int i = 2; isOther(name, examples); i++) {
      name = category + " " + i;
    }
    sets.putIfAbsent(
        name, new StimulusSet(name, Labels.of(name), examples, List.of(), Optional.empty()));
    return name;
  }

  private boolean isOther(String name, List<String> examples) {
    return sets.containsKey(name) && !sets.get(name).texts().equals(examples);
  }
}

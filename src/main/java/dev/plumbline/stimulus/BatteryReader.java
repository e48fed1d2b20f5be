package dev.plumbline.stimulus;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Labels;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Reads batteries: Plumbline's own format `plumbline-battery/1` (published as
/// `assets/batteries/battery.schema.json`), SEAT/WEAT files (one JSON object `{targ1, targ2, attr1,
/// attr2}` a file, whatever its suffix) and folders of such files.
///
/// Every complaint names the file and the JSON path; what [BatteryChecks] calls an error is refused
/// here.
public final class BatteryReader {
  /// Value of the member `schema` of Plumbline's own format.
  public static final String SCHEMA = "plumbline-battery/1";

  /// The batteries that come with Plumbline, by id.
  public static final List<String> BUNDLED =
      List.of("ghate2025", "ghate2025-classic", "weat", "ieat", "sample");

  private static final Set<String> MEMBERS =
      Set.of("$schema", "schema", "id", "label", "imageSource", "sets", "tests", "comment");

  private BatteryReader() {}

  /// Reads a battery file, or a folder of SEAT/WEAT files.
  ///
  /// @throws PlumblineException if it is none
  public static Battery read(Path file) {
    return Files.isDirectory(file)
        ? SentenceTestFile.folder(file)
        : of(JsonTree.readUnique(file), stem(file));
  }

  /// Reads a battery that comes with Plumbline.
  ///
  /// @param id name of the file below `assets/batteries`, without suffix
  /// @throws PlumblineException if there is none of that name
  public static Battery bundled(String id) {
    String name = "assets/batteries/" + id + ".json";
    try (InputStream in = BatteryReader.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new PlumblineException(
            "Plumbline has no battery named \"%s\"; it has %s."
                .formatted(id, String.join(", ", BUNDLED)));
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), id);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the battery \"" + id + "\".", e);
    }
  }

  /// Reads the text of a battery.
  ///
  /// @param origin what to call it in error sentences
  /// @throws PlumblineException if it is none
  public static Battery parse(String origin, String text, String fallbackId) {
    return of(JsonTree.parseUnique(origin, text), fallbackId);
  }

  private static Battery of(JsonTree root, String fallbackId) {
    return root.isObject() && root.find("schema").isEmpty() && root.find("targ1").isPresent()
        ? SentenceTestFile.battery(root, fallbackId)
        : checked(root, own(root, fallbackId), path -> path);
  }

  /// The battery that a file holds, unless it has an error.
  ///
  /// @param path from a path in Plumbline's format to that in the file
  /// @throws PlumblineException naming file and path of the first one
  static Battery checked(JsonTree root, Battery battery, UnaryOperator<String> path) {
    BatteryChecks.of(battery).stream()
        .filter(BatteryFinding::isError)
        .findFirst()
        .ifPresent(
            finding -> {
              throw new PlumblineException(
                  root.file() + ", " + path.apply(finding.path()) + ": " + finding.sentence());
            });
    return battery;
  }

  private static Battery own(JsonTree root, String fallbackId) {
    JsonTree schema = root.get("schema");
    if (!schema.text().equals(SCHEMA)) {
      throw schema.error("is \"" + schema.text() + "\", but must be \"" + SCHEMA + "\".");
    }
    onlyMembers(root, MEMBERS);
    String id = root.find("id").map(JsonTree::name).orElse(fallbackId);
    Map<String, StimulusSet> sets = sets(root.get("sets"));
    return new Battery(
        id,
        label(root, id),
        sets,
        new TestReader(sets).tests(root.get("tests")),
        root.find("imageSource").map(BatteryReader::provider));
  }

  private static Map<String, StimulusSet> sets(JsonTree tree) {
    Map<String, StimulusSet> sets = new LinkedHashMap<>();
    for (String name : tree.names()) {
      if (name.isBlank()) {
        throw tree.error("the name of a set must not be blank.");
      }
      sets.put(name, SetReader.set(name, tree.get(name)));
    }
    return sets;
  }

  private static Provider provider(JsonTree tree) {
    onlyMembers(tree, Set.of("name", "page"));
    return new Provider(tree.get("name").name(), tree.get("page").name());
  }

  /// Refuses members that are not known, which are most often misspelt ones.
  static void onlyMembers(JsonTree tree, Set<String> known) {
    for (String name : tree.names()) {
      if (!known.contains(name)) {
        throw tree.error(
            "\"%s\" is not known here; known are %s."
                .formatted(name, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  /// The member `label`: a text, or an object from language to text.
  static Labels label(JsonTree tree, String fallback) {
    Optional<JsonTree> label = tree.find("label");
    if (label.isEmpty()) {
      return Labels.of(fallback);
    }
    if (!label.get().isObject()) {
      return Labels.of(label.get().name());
    }
    Map<String, String> texts = new TreeMap<>();
    for (String language : label.get().names()) {
      texts.put(language, label.get().get(language).name());
    }
    if (texts.isEmpty()) {
      throw label.get().error("needs at least one language.");
    }
    return new Labels(texts);
  }

  /// Name of a file without its last suffix.
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

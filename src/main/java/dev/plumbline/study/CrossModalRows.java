package dev.plumbline.study;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Score;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A study's association results in the columns of arXiv 2502.07957, one row a model, test and
/// order that has a d, followed by what is known of the model, by its VTAB scores and by the
/// source.
///
/// `nt` is left empty where X and Y differ in size, for which that layout has no room.
public final class CrossModalRows {
  /// Columns of the table that [#cells] fills.
  public static final List<String> COLUMNS =
      List.of(
          "Image Test",
          "Text Test",
          "image_target_dir",
          "image_target_1",
          "image_target_2",
          "image_attribute_dir",
          "image_attribute_1",
          "image_attribute_2",
          "text_file",
          "text_target_1",
          "text_target_2",
          "text_attribute_1",
          "text_attribute_2",
          "order",
          "nt",
          "naa",
          "nab",
          "model",
          "pvalue",
          "effect_size",
          "npermutations",
          "architecture",
          "pretraining_dataset",
          "params",
          "vtab",
          "vtab+",
          "architecture_family",
          "dataset_family",
          "source");

  private final Battery battery;
  private final Map<String, AssociationTest> tests = new HashMap<>();
  private final Map<ModelId, ModelFacts> models = new HashMap<>();
  private final StudyResult result;

  /// Rows of a study.
  public CrossModalRows(Battery battery, StudyResult result) {
    this.battery = battery;
    this.result = result;
    battery.tests().forEach(test -> tests.put(test.id().value(), test));
    result.models().forEach(facts -> models.put(facts.id(), facts));
  }

  /// All rows that have a d, as cells in the order of [#COLUMNS]; what is not known is empty.
  public List<List<String>> cells() {
    return result.bias().stream().filter(row -> row.d().isPresent()).map(this::cells).toList();
  }

  private List<String> cells(BiasRow row) {
    List<String> cells = new ArrayList<>(List.of(row.category(), row.test().value()));
    List<String> sets = row.reported().map(ReportedResult::sets).orElseGet(() -> sets(row));
    boolean images = row.order().imageTargets();
    boolean imageAttributes = row.order().imageAttributes();
    cells.add(images ? folder(sets, 0) : "");
    cells.addAll(two(sets, 0, images, true));
    cells.add(imageAttributes ? folder(sets, 2) : "");
    cells.addAll(two(sets, 2, imageAttributes, true));
    cells.add(images && imageAttributes || row.reported().isPresent() ? "" : battery.id());
    cells.addAll(two(sets, 0, !images, false));
    cells.addAll(two(sets, 2, !imageAttributes, false));
    cells.add(row.order().label());
    Optional<StimulusCounts> n = row.counts();
    cells.add(n.filter(it -> it.x() == it.y()).map(it -> String.valueOf(it.x())).orElse(""));
    cells.add(n.map(it -> String.valueOf(it.a())).orElse(""));
    cells.add(n.map(it -> String.valueOf(it.b())).orElse(""));
    cells.add(row.model().value());
    cells.add(text(row.p()));
    cells.add(text(row.d()));
    cells.add(row.permutations().isPresent() ? "" + row.permutations().getAsLong() : "");
    cells.addAll(facts(row.model()));
    cells.add(row.reported().map(ReportedResult::source).orElse(EffectRows.MEASURED));
    return cells;
  }

  private List<String> sets(BiasRow row) {
    AssociationTest test = tests.get(row.test().value());
    return test == null ? List.of() : test.sets();
  }

  private String folder(List<String> sets, int at) {
    if (sets.isEmpty()) {
      return "";
    }
    String images = imagesOf(sets.get(at)).orElse("");
    int slash = images.lastIndexOf('/');
    return slash < 0 ? "" : images.substring(0, slash);
  }

  private List<String> two(List<String> sets, int at, boolean shown, boolean image) {
    if (sets.isEmpty() || !shown) {
      return List.of("", "");
    }
    return sets.subList(at, at + 2).stream().map(set -> image ? name(set) : set).toList();
  }

  private String name(String set) {
    String images = imagesOf(set).orElse(set);
    return images.substring(images.lastIndexOf('/') + 1);
  }

  private Optional<String> imagesOf(String set) {
    return Optional.ofNullable(battery.sets().get(set)).flatMap(StimulusSet::images);
  }

  private List<String> facts(ModelId model) {
    Optional<ModelFacts> facts = Optional.ofNullable(models.get(model));
    return List.of(
        facts.flatMap(ModelFacts::architecture).orElse(""),
        facts.flatMap(ModelFacts::pretrainingDataset).orElse(""),
        facts
            .filter(it -> it.parameters().isPresent())
            .map(it -> Long.toString(it.parameters().getAsLong()))
            .orElse(""),
        score(model, "VTAB"),
        score(model, "VTAB+"),
        facts.flatMap(ModelFacts::architectureFamily).orElse(""),
        facts.flatMap(ModelFacts::datasetFamily).orElse(""));
  }

  private String score(ModelId model, String dataset) {
    return result.scores().stream()
        .filter(score -> score.model().equals(model) && score.dataset().equals(dataset))
        .findFirst()
        .map(Score::value)
        .map(String::valueOf)
        .orElse("");
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }
}

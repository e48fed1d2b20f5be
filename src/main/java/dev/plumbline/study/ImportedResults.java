package dev.plumbline.study;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import dev.plumbline.performance.Score;
import dev.plumbline.relation.ReportedEffect;
import dev.plumbline.relation.ReportedModel;
import dev.plumbline.relation.ResultTable;
import dev.plumbline.relation.ResultTableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A table of association results as part of a study: models without a graph.
///
/// @param bias one row a model, test and order, q adjusted by Benjamini–Hochberg over the table's
///   rows of one model
/// @param models the models
/// @param scores performance that the table carries along
/// @param notes what was left out and why
public record ImportedResults(
    List<BiasRow> bias, List<ModelFacts> models, List<Score> scores, List<String> notes) {
  public ImportedResults {
    bias = List.copyOf(bias);
    models = List.copyOf(models);
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }

  /// Reads a file.
  ///
  /// @throws PlumblineException if it is no table of association results
  public static ImportedResults read(Path file) {
    ResultTable table = ResultTableReader.read(file);
    String name = String.valueOf(file.getFileName());
    return new ImportedResults(
        Multiplicity.BENJAMINI_HOCHBERG.adjust(
            table.effects().stream().map(effect -> row(effect, name)).toList()),
        table.models().stream().map(ImportedResults::facts).toList(),
        table.scores(),
        table.notes());
  }

  private static BiasRow row(ReportedEffect effect, String table) {
    Optional<StimulusCounts> n =
        effect.n().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new StimulusCounts(
                    effect.n().get(0), effect.n().get(1), effect.n().get(2), effect.n().get(3)));
    return new BiasRow(
        effect.model(),
        new TestId(effect.test()),
        effect.category(),
        effect.order(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(
            new ReportedResult(
                effect.d(),
                effect.p(),
                effect.permutations(),
                n,
                effect.sets(),
                effect.source(),
                table)));
  }

  private static ModelFacts facts(ReportedModel model) {
    return new ModelFacts(
        model.id(),
        Optional.empty(),
        model.architecture(),
        model.architectureFamily(),
        model.pretrainingDataset(),
        model.datasetFamily(),
        model.parameters(),
        Optional.empty(),
        Optional.empty());
  }

  /// A result with these tables beside what was measured. Of two rows about the same model, test
  /// and order the first counts, of two models of one name the first one's facts.
  public static StudyResult joined(StudyResult measured, Collection<ImportedResults> tables) {
    Set<ModelId> names =
        measured.models().stream()
            .filter(facts -> facts.location().isPresent())
            .map(ModelFacts::id)
            .collect(Collectors.toSet());
    Map<ModelId, ModelFacts> models = new LinkedHashMap<>();
    Map<List<Object>, BiasRow> bias = new LinkedHashMap<>();
    measured.models().forEach(facts -> models.put(facts.id(), facts));
    measured.bias().forEach(row -> bias.put(key(row), row));
    List<Score> scores = new ArrayList<>(measured.scores());
    for (ImportedResults table : tables) {
      ImportedResults beside = table.beside(names);
      beside.models().forEach(facts -> models.putIfAbsent(facts.id(), facts));
      beside.bias().forEach(row -> bias.putIfAbsent(key(row), row));
      scores.addAll(beside.scores());
    }
    return new StudyResult(
        measured.compositions(),
        List.copyOf(models.values()),
        List.copyOf(bias.values()),
        scores,
        measured.failures(),
        measured.retrieval());
  }

  private static List<Object> key(BiasRow row) {
    return List.of(row.model(), row.test(), row.order());
  }

  /// The same beside models that were measured: a reported model of the same name gets the note
  /// `(reported)`, so that its numbers are never taken for measured ones.
  ImportedResults beside(Set<ModelId> measured) {
    UnaryOperator<ModelId> name =
        id -> measured.contains(id) ? new ModelId(id.value() + " (reported)") : id;
    return new ImportedResults(
        bias.stream().map(row -> row.of(name.apply(row.model()))).toList(),
        models.stream().map(facts -> facts.named(name.apply(facts.id()))).toList(),
        scores.stream()
            .map(
                score ->
                    new Score(
                        name.apply(score.model()),
                        score.dataset(),
                        score.metric(),
                        score.value(),
                        score.n(),
                        score.source()))
            .toList(),
        notes);
  }
}

package dev.plumbline.ui.compare;

import dev.plumbline.association.EffectDifference;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.performance.Score;
import dev.plumbline.report.Measure;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.TestDifference;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.ScoreBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Puts two models side by side, line by line.
record CompareRows(
    StudyRequest request,
    StudyResult result,
    ScoreBook book,
    Look look,
    ModelId one,
    ModelId two,
    List<TestDifference> differences) {

  /// d in each test and order that one of the two was measured in.
  List<CompareRow> tests() {
    List<CompareRow> rows = new ArrayList<>();
    for (AssociationTest test : request.battery().tests()) {
      for (Order order : Order.values()) {
        Optional<BiasRow> first = effect(one, test, order);
        Optional<BiasRow> second = effect(two, test, order);
        if (first.isPresent() || second.isPresent()) {
          rows.add(
              new CompareRow(
                  test.label().in(look.locale()),
                  look.text("order." + order.name()),
                  d(first),
                  first.flatMap(BiasRow::interval),
                  d(second),
                  second.flatMap(BiasRow::interval),
                  difference(test, order)
                      .flatMap(TestDifference::difference)
                      .flatMap(EffectDifference::interval),
                  difference(test, order).flatMap(CompareRows::note)));
        }
      }
    }
    return rows;
  }

  /// Scores that one of the two has.
  List<CompareRow> scores() {
    List<CompareRow> rows = new ArrayList<>();
    for (Measure measure : book.measures()) {
      OptionalDouble first = score(one, measure);
      OptionalDouble second = score(two, measure);
      if (first.isPresent() || second.isPresent()) {
        rows.add(
            new CompareRow(
                measure.dataset(),
                measure.metric(),
                first,
                Optional.empty(),
                second,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return rows;
  }

  private Optional<BiasRow> effect(ModelId model, AssociationTest test, Order order) {
    return result.bias().stream()
        .filter(
            row ->
                row.model().equals(model) && row.test().equals(test.id()) && row.order() == order)
        .filter(row -> row.d().isPresent())
        .findFirst();
  }

  private Optional<TestDifference> difference(AssociationTest test, Order order) {
    return differences.stream()
        .filter(it -> it.first().equals(one) && it.second().equals(two))
        .filter(it -> it.test().equals(test.id()) && it.order() == order)
        .findFirst();
  }

  private static Optional<String> note(TestDifference difference) {
    return difference.reason().or(() -> difference.difference().flatMap(EffectDifference::note));
  }

  private static OptionalDouble d(Optional<BiasRow> row) {
    return row.map(BiasRow::d).orElseGet(OptionalDouble::empty);
  }

  private OptionalDouble score(ModelId model, Measure measure) {
    return book.scores().stream()
        .filter(score -> score.model().equals(model) && ScoreBook.measure(score).equals(measure))
        .mapToDouble(Score::value)
        .findFirst();
  }
}

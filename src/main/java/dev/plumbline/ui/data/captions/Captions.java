package dev.plumbline.ui.data.captions;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.TestId;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.CoOccurrenceHeatMap;
import dev.plumbline.report.CoOccurrenceMeasure;
import dev.plumbline.report.LexiconNames;
import dev.plumbline.report.TargetBalanceDots;
import dev.plumbline.report.WordContrastDots;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The captions of one profiled manifest.
public final class Captions {
  private final Look look;
  private final ObservableList<String> datasets = FXCollections.observableArrayList();
  private final ObservableList<TestId> tests = FXCollections.observableArrayList();
  private final ObjectProperty<String> dataset = new SimpleObjectProperty<>();
  private final ObjectProperty<TestId> test = new SimpleObjectProperty<>();
  private final ObjectProperty<CoOccurrenceMeasure> measure =
      new SimpleObjectProperty<>(CoOccurrenceMeasure.LOG_ODDS);
  private final FigureModel pairs;
  private final FigureModel words;
  private final FigureModel balance;
  private List<CompositionResult> compositions = List.of();
  private Optional<ChartStyle> style = Optional.empty();

  /// A model that draws with these threads.
  public Captions(Look look, Workers workers) {
    this.look = look;
    pairs = new FigureModel(workers);
    words = new FigureModel(workers);
    balance = new FigureModel(workers);
    dataset.subscribe(_ -> show());
    test.subscribe(_ -> show());
    measure.subscribe(_ -> show());
  }

  /// Looks at the profiles of a study.
  ///
  /// @param preferred the manifest shown first
  public void look(
      List<CompositionResult> profiles, Optional<String> preferred, ChartStyle chartStyle) {
    compositions = List.copyOf(profiles);
    style = Optional.of(chartStyle);
    List<String> names = profiles.stream().map(each -> each.dataset().value()).toList();
    if (!datasets.equals(names)) {
      datasets.setAll(names);
    }
    if (!names.contains(dataset.get())) {
      dataset.set(
          preferred.filter(names::contains).orElse(names.isEmpty() ? null : names.getFirst()));
    }
    show();
  }

  private void show() {
    Optional<CompositionResult> profile = profile();
    if (profile.isEmpty() || style.isEmpty()) {
      tests.clear();
      List.of(pairs, words, balance).forEach(figure -> figure.missing(look.text("captions.none")));
      return;
    }
    CompositionResult shown = profile.get();
    ChartStyle chart = style.get();
    CoOccurrenceMeasure by = measure.get();
    pairs.show(List.of(shown, by, chart), () -> CoOccurrenceHeatMap.of(shown, by, chart));
    List<TestId> ids = shown.associations().stream().map(CaptionAssociation::test).toList();
    if (!tests.equals(ids)) {
      tests.setAll(ids);
    }
    if (!ids.contains(test.get())) {
      test.set(ids.isEmpty() ? null : ids.getFirst());
    }
    TestId asked = test.get();
    if (asked == null) {
      List.of(words, balance).forEach(figure -> figure.missing(look.text("captions.untested")));
      return;
    }
    words.show(List.of(shown, asked, chart), () -> WordContrastDots.of(shown, asked, chart));
    balance.show(List.of(shown, asked, chart), () -> TargetBalanceDots.of(shown, asked, chart));
  }

  private Optional<CompositionResult> profile() {
    return compositions.stream()
        .filter(each -> each.dataset().value().equals(dataset.get()))
        .findFirst();
  }

  /// Name of a test to show.
  String name(TestId id) {
    return profile()
        .flatMap(
            shown ->
                style.map(chart -> LexiconNames.of(shown, chart).test(id, shown.associations())))
        .orElse(id.value());
  }

  /// Names of the profiled manifests.
  ObservableList<String> datasets() {
    return datasets;
  }

  /// Tests of the lexicon.
  ObservableList<TestId> tests() {
    return tests;
  }

  /// The manifest looked at.
  ObjectProperty<String> datasetProperty() {
    return dataset;
  }

  /// The test looked at.
  ObjectProperty<TestId> testProperty() {
    return test;
  }

  /// What the pairs are measured by.
  ObjectProperty<CoOccurrenceMeasure> measureProperty() {
    return measure;
  }

  /// Who is spoken of with what.
  FigureModel pairs() {
    return pairs;
  }

  /// Which words make the difference.
  FigureModel words() {
    return words;
  }

  /// How evenly the targets are spoken of.
  FigureModel balance() {
    return balance;
  }
}

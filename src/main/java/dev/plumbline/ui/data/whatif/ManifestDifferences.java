package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.CompositionBars;
import dev.plumbline.report.CompositionDifferenceDots;
import dev.plumbline.report.DistanceMeasure;
import dev.plumbline.report.ManifestDistanceMap;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The counted manifests of the study against one of them, facet by facet.
public final class ManifestDifferences {
  private final Look look;
  private final ObservableList<String> datasets = FXCollections.observableArrayList();
  private final ObservableList<String> others = FXCollections.observableArrayList();
  private final ObservableList<String> facets = FXCollections.observableArrayList();
  private final ObjectProperty<String> reference = new SimpleObjectProperty<>();
  private final ObjectProperty<String> other = new SimpleObjectProperty<>();
  private final ObjectProperty<String> facet = new SimpleObjectProperty<>(FacetComparison.MENTIONS);
  private final ObjectProperty<DistanceMeasure> measure =
      new SimpleObjectProperty<>(DistanceMeasure.TOTAL_VARIATION);
  private final FigureModel distances;
  private final FigureModel shares;
  private final FigureModel differences;
  private List<CompositionResult> compositions = List.of();
  private Optional<ChartStyle> style = Optional.empty();

  /// A model that draws with these threads.
  public ManifestDifferences(Look look, Workers workers) {
    this.look = look;
    distances = new FigureModel(workers);
    shares = new FigureModel(workers);
    differences = new FigureModel(workers);
    reference.subscribe(_ -> compare());
    other.subscribe(_ -> compare());
    facet.subscribe(_ -> compare());
    measure.subscribe(_ -> compare());
  }

  /// Looks at the profiles of a study.
  public void look(List<CompositionResult> profiles, ChartStyle chartStyle) {
    compositions = List.copyOf(profiles);
    style = Optional.of(chartStyle);
    offer(datasets, compositions.stream().map(ManifestDifferences::name).toList());
    if (!datasets.contains(reference.get())) {
      reference.set(datasets.isEmpty() ? null : datasets.getFirst());
    }
    compare();
  }

  /// Looks at what a cell of the heat map stands for.
  void pick(Subject subject) {
    if (subject instanceof Subject.Distance(String dataset, String name)) {
      other.set(dataset);
      facet.set(name);
    }
  }

  private void compare() {
    Optional<CompositionResult> from =
        compositions.stream().filter(each -> name(each).equals(reference.get())).findFirst();
    List<CompositionResult> to =
        compositions.stream().filter(each -> !name(each).equals(reference.get())).toList();
    if (from.isEmpty() || to.isEmpty() || style.isEmpty()) {
      others.clear();
      facets.clear();
      List.of(distances, shares, differences)
          .forEach(figure -> figure.missing(look.text("difference.two")));
      return;
    }
    offer(others, to.stream().map(ManifestDifferences::name).toList());
    offer(facets, shared(from.get(), to));
    if (!others.contains(other.get())) {
      other.set(others.getFirst());
      return;
    }
    if (!facets.contains(facet.get())) {
      facet.set(FacetComparison.MENTIONS);
      return;
    }
    draw(from.get(), to, style.get());
  }

  private void draw(CompositionResult from, List<CompositionResult> to, ChartStyle chart) {
    DistanceMeasure by = measure.get();
    String shown = facet.get();
    String sorting = other.get();
    distances.show(
        List.of(from, to, by, chart),
        () -> ManifestDistanceMap.of(comparisons(from, to), by, chart));
    List<CompositionResult> all = new ArrayList<>(List.of(from));
    all.addAll(to);
    shares.show(
        List.of(all, shown, chart),
        () ->
            shown.equals(FacetComparison.MENTIONS)
                ? CompositionBars.of(all, chart)
                : CompositionBars.of(all, shown, chart));
    differences.show(
        List.of(from, to, shown, sorting, chart),
        () -> CompositionDifferenceDots.of(comparisons(from, to), sorting, shown, chart));
  }

  private static List<CompositionComparison> comparisons(
      CompositionResult from, List<CompositionResult> to) {
    return to.stream().map(each -> CompositionComparison.of(from, each)).toList();
  }

  /// Facets of the reference that any other has, and mentions.
  private static List<String> shared(CompositionResult from, List<CompositionResult> to) {
    List<String> names = new ArrayList<>(List.of(FacetComparison.MENTIONS));
    from.facetNames().stream()
        .filter(name -> to.stream().anyMatch(each -> each.facetNames().contains(name)))
        .forEach(names::add);
    return names;
  }

  private static String name(CompositionResult composition) {
    return composition.dataset().value();
  }

  private static void offer(ObservableList<String> list, List<String> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  /// Names of the counted manifests.
  ObservableList<String> datasets() {
    return datasets;
  }

  /// Names of the manifests that are compared with the reference.
  ObservableList<String> others() {
    return others;
  }

  /// Facets that can be compared, mentions first.
  ObservableList<String> facets() {
    return facets;
  }

  /// The manifest compared with.
  ObjectProperty<String> referenceProperty() {
    return reference;
  }

  /// The manifest whose differences give the order.
  ObjectProperty<String> otherProperty() {
    return other;
  }

  /// The facet looked at.
  ObjectProperty<String> facetProperty() {
    return facet;
  }

  /// By what manifests are far apart.
  ObjectProperty<DistanceMeasure> measureProperty() {
    return measure;
  }

  /// How far each manifest is from the reference in each facet.
  FigureModel distances() {
    return distances;
  }

  /// The facet of all manifests side by side.
  FigureModel shares() {
    return shares;
  }

  /// What there is more or less of.
  FigureModel differences() {
    return differences;
  }
}

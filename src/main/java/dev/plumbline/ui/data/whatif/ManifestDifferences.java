package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.CompositionDifferenceDots;
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

/// Two profiled manifests of the study side by side, facet by facet.
public final class ManifestDifferences {
  private final Look look;
  private final ObservableList<String> datasets = FXCollections.observableArrayList();
  private final ObservableList<FacetComparison> facets = FXCollections.observableArrayList();
  private final ObjectProperty<String> reference = new SimpleObjectProperty<>();
  private final ObjectProperty<String> other = new SimpleObjectProperty<>();
  private final ObjectProperty<String> facet = new SimpleObjectProperty<>(FacetComparison.MENTIONS);
  private final FigureModel figure;
  private List<CompositionResult> compositions = List.of();
  private Optional<ChartStyle> style = Optional.empty();

  /// A model that draws with these threads.
  public ManifestDifferences(Look look, Workers workers) {
    this.look = look;
    figure = new FigureModel(workers);
    reference.subscribe(_ -> compare());
    other.subscribe(_ -> compare());
    facet.subscribe(_ -> compare());
  }

  /// Looks at the profiles of a study.
  public void look(List<CompositionResult> profiles, ChartStyle chartStyle) {
    compositions = List.copyOf(profiles);
    style = Optional.of(chartStyle);
    List<String> names = profiles.stream().map(each -> each.dataset().value()).toList();
    if (!datasets.equals(names)) {
      datasets.setAll(names);
    }
    if (!names.contains(reference.get())) {
      reference.set(names.isEmpty() ? null : names.getFirst());
    }
    if (!names.contains(other.get())) {
      other.set(names.isEmpty() ? null : names.getLast());
    }
    compare();
  }

  private void compare() {
    Optional<CompositionResult> from = profile(reference.get());
    Optional<CompositionResult> to = profile(other.get());
    if (from.isEmpty() || to.isEmpty() || style.isEmpty() || from.equals(to)) {
      facets.clear();
      figure.missing(look.text("difference.two"));
      return;
    }
    CompositionComparison comparison = CompositionComparison.of(from.get(), to.get());
    List<FacetComparison> found = new ArrayList<>(comparison.facets());
    if (!facets.equals(found)) {
      facets.setAll(found);
    }
    String shown = facet.get();
    ChartStyle look = style.get();
    figure.show(
        List.of(from.get(), to.get(), shown, look),
        () -> CompositionDifferenceDots.of(comparison, shown, look));
  }

  private Optional<CompositionResult> profile(String name) {
    return compositions.stream().filter(each -> each.dataset().value().equals(name)).findFirst();
  }

  /// Names of the profiled manifests.
  ObservableList<String> datasets() {
    return datasets;
  }

  /// Facets that both have.
  ObservableList<FacetComparison> facets() {
    return facets;
  }

  /// The manifest compared with.
  ObjectProperty<String> referenceProperty() {
    return reference;
  }

  /// The manifest looked at.
  ObjectProperty<String> otherProperty() {
    return other;
  }

  /// The facet looked at.
  ObjectProperty<String> facetProperty() {
    return facet;
  }

  FigureModel figure() {
    return figure;
  }
}

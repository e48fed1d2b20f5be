package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.CompositionBars;
import dev.plumbline.report.DuplicateBars;
import dev.plumbline.report.Figure;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The facet of a manifest that is drawn: counted, or estimated until it is.
final class FacetModel {
  private final Estimates estimates;
  private final FigureModel figure;
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObjectProperty<String> shown = new SimpleObjectProperty<>("captionWords");

  FacetModel(Estimates estimates, Workers workers) {
    this.estimates = estimates;
    this.figure = new FigureModel(workers);
  }

  /// Draws the facet of a manifest.
  ///
  /// @param row the manifest, empty for none
  /// @param missing said where nothing is known of it
  void look(Optional<ManifestRow> row, Lexicon lexicon, String missing, ChartStyle style) {
    Optional<CompositionResult> profile = row.flatMap(ManifestRow::profile);
    Optional<CompositionEstimate> estimate =
        profile.isPresent()
            ? Optional.empty()
            : row.flatMap(unprofiled -> estimates.of(unprofiled.source(), lexicon));
    Optional<CompositionResult> known = profile.or(() -> estimate.map(CompositionEstimate::result));
    if (known.isEmpty()) {
      figure.missing(missing);
      names.clear();
      return;
    }
    name(known.get());
    String facet = shown.get();
    figure.show(
        List.of(known.get(), estimate.isPresent(), facet, style),
        () -> draw(known.get(), estimate, facet, style));
  }

  private void name(CompositionResult known) {
    List<String> now = new ArrayList<>(List.of(DataViewModel.MENTIONS));
    now.addAll(known.facetNames());
    now.add(DuplicateBars.NAME);
    if (!names.equals(now)) {
      names.setAll(now);
    }
    if (!now.contains(shown.get())) {
      shown.set(DataViewModel.MENTIONS);
    }
  }

  private static Figure draw(
      CompositionResult known,
      Optional<CompositionEstimate> estimate,
      String facet,
      ChartStyle style) {
    boolean mentions = facet.equals(DataViewModel.MENTIONS);
    if (estimate.isPresent()) {
      return mentions
          ? CompositionBars.estimate(estimate.get(), style)
          : CompositionBars.estimate(estimate.get(), facet, style);
    }
    return mentions
        ? CompositionBars.of(List.of(known), style)
        : CompositionBars.of(List.of(known), facet, style);
  }

  /// Whether the first look at a manifest is over and on screen, or was not needed.
  boolean seen(ManifestRow row, Lexicon lexicon) {
    return row.profile().isPresent()
        || estimates.settled(row.source(), lexicon) && !figure.pending();
  }

  /// Facets of the manifest, mentions first.
  ObservableList<String> names() {
    return names;
  }

  /// The facet looked at.
  ObjectProperty<String> shownProperty() {
    return shown;
  }

  /// Its figure.
  FigureModel figure() {
    return figure;
  }
}

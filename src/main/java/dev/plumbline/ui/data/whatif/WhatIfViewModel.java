package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.FilterChoices;
import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.Recipe;
import dev.plumbline.composition.Reweighting;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.relation.PredictionBasis;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.MixDots;
import dev.plumbline.study.WhatIfRequest;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// A filter over one manifest, the mix that is wanted of the kept rows, and what comes out.
///
/// Both belong to the study: they are taken from it when it is looked at, counted at once when they
/// change, and given back when the user has settled on them.
public final class WhatIfViewModel {
  private final ReadOnlyObjectWrapper<WhatIfRequest> request =
      new ReadOnlyObjectWrapper<>(WhatIfRequest.none());
  private final Consumer<WhatIfRequest> settled;
  private final WhatIfCounting counting;
  private final WhatIfCharts charts;
  private final ObjectProperty<MixView> view = new SimpleObjectProperty<>(MixView.LISTS);
  private WhatIfRequest inStudy = WhatIfRequest.none();
  private Optional<Subject> subject = Optional.empty();

  /// What is looked at.
  ///
  /// @param source the manifest, if there is one
  /// @param profile its profile, if there is one
  /// @param lexicon term lists and tests
  /// @param models what changes of d are predicted from
  /// @param style style of the charts
  public record Subject(
      Optional<ManifestSource> source,
      Optional<CompositionResult> profile,
      Lexicon lexicon,
      PredictionBasis models,
      ChartStyle style) {}

  /// A model that counts with these threads.
  ///
  /// @param settled hears of what the study is to remember
  /// @param engines opens the engines of manifests
  public WhatIfViewModel(Workers workers, Engines engines, Consumer<WhatIfRequest> settled) {
    this.settled = settled;
    counting = new WhatIfCounting(workers, engines);
    charts = WhatIfCharts.of(workers);
    request.subscribe(_ -> count());
    counting.stateProperty().subscribe(_ -> draw());
    view.subscribe(_ -> draw());
  }

  /// Looks at a manifest.
  ///
  /// @param asked what the study says
  public void look(Subject now, WhatIfRequest asked) {
    subject = Optional.of(now);
    if (!asked.equals(inStudy)) {
      inStudy = asked;
      request.set(asked);
    }
    count();
    draw();
  }

  /// Stops counting and lets go of the manifest.
  public void rest() {
    counting.rest();
  }

  /// Asks for another filter.
  ///
  /// @param last whether the user has settled on it, so that the study remembers it
  void choose(FilterChoices choices, boolean last) {
    change(new WhatIfRequest(choices, request.get().mix()), last);
  }

  /// Asks for another mix.
  void mix(TargetMix mix) {
    change(new WhatIfRequest(request.get().choices(), mix), true);
  }

  private void change(WhatIfRequest wanted, boolean last) {
    request.set(wanted);
    if (last && !wanted.equals(inStudy)) {
      inStudy = wanted;
      settled.accept(wanted);
    }
  }

  /// Takes filter and mix of a recipe.
  ///
  /// @throws PlumblineException if the file is none
  void open(Path file) {
    Recipe recipe = Recipe.read(file);
    change(new WhatIfRequest(FilterChoices.of(recipe.selection()), recipe.mix()), true);
  }

  private void count() {
    if (subject.isEmpty()) {
      return;
    }
    Subject now = subject.get();
    if (now.source().isEmpty()) {
      counting.clear();
    } else {
      counting.count(new WhatIfCounting.Question(now.source().get(), now.lexicon(), request.get()));
    }
  }

  private void draw() {
    subject.ifPresent(now -> charts.draw(result(), now.models(), view.get(), now.style()));
  }

  /// The result on screen.
  Optional<WhatIfResult> result() {
    return counting.stateProperty().get() instanceof WhatIfState.Counted counted
        ? Optional.of(counted.result())
        : Optional.empty();
  }

  /// Writes what came out.
  ///
  /// @throws PlumblineException if there is no manifest
  WhatIfFiles files() {
    return new WhatIfFiles(counting.explorers(), subject.flatMap(Subject::source).orElseThrow());
  }

  /// Why there are no weights, in the user's language.
  String refusal(Reweighting.Refusal why, WhatIfResult result) {
    return MixDots.refusal(why, result, subject.orElseThrow().style());
  }

  /// Groups that could be given a share.
  List<GroupOffer> offers() {
    return GroupOffer.of(lexicon(), result(), subject.flatMap(Subject::profile));
  }

  /// Counts all rows after all, or stops doing so.
  ///
  /// @param all whether all rows are to be counted
  void countAll(boolean all) {
    if (all) {
      counting.goOn();
    } else {
      counting.stop();
    }
  }

  /// Finished share of the count of all rows; below 0 where it is not known.
  ReadOnlyDoubleProperty progressProperty() {
    return counting.progressProperty();
  }

  /// What of the weights is looked at.
  ObjectProperty<MixView> viewProperty() {
    return view;
  }

  /// Presets of the manifest looked at.
  List<FilterPreset> presets() {
    return manifestProperty().get().map(FilterPreset::of).orElse(List.of());
  }

  /// The lexicon in use; one without lists if nothing is looked at.
  Lexicon lexicon() {
    return subject
        .map(Subject::lexicon)
        .orElseGet(() -> new Lexicon("none", Map.of(), Map.of(), List.of()));
  }

  /// What is asked.
  ReadOnlyObjectProperty<WhatIfRequest> requestProperty() {
    return request.getReadOnlyProperty();
  }

  /// What is known of it.
  ReadOnlyObjectProperty<WhatIfState> stateProperty() {
    return counting.stateProperty();
  }

  /// The opened manifest.
  ReadOnlyObjectProperty<Optional<Manifest>> manifestProperty() {
    return counting.manifestProperty();
  }

  /// Its charts.
  WhatIfCharts charts() {
    return charts;
  }
}

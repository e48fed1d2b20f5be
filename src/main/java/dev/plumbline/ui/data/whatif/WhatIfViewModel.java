package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.Recipe;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WhatIfSettings;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.relation.EffectPredictor;
import dev.plumbline.relation.PredictionBasis;
import dev.plumbline.report.AssociationChangeDots;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.PredictedChangeDots;
import dev.plumbline.report.RetentionDots;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.UndoStack;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Choices of a filter over one manifest, and what it would leave: first of a sample, then of all
/// rows. The newest choice wins; a count under way for an older one is cancelled.
public final class WhatIfViewModel {
  private final ObjectProperty<FilterChoices> choices =
      new SimpleObjectProperty<>(FilterChoices.none());
  private final ReadOnlyObjectWrapper<WhatIfState> state =
      new ReadOnlyObjectWrapper<>(new WhatIfState.Nothing());
  private final ReadOnlyObjectWrapper<Optional<Manifest>> manifest =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final UndoStack<FilterChoices> undo = new UndoStack<>();
  private final FigureModel retention;
  private final FigureModel associations;
  private final FigureModel effects;
  private final Latest<WhatIfResult> estimating;
  private final Latest<WhatIfResult> scanning;
  private final Explorers explorers;
  private final Workers workers;
  private Optional<ManifestSource> source = Optional.empty();
  private Optional<Lexicon> lexicon = Optional.empty();
  private Optional<ChartStyle> style = Optional.empty();
  private PredictionBasis basis = new PredictionBasis(List.of(), Map.of(), List.of());
  private List<Object> asked = List.of();
  private Cancellation running = new Cancellation();
  private boolean undoing;

  /// A model that counts with these threads.
  public WhatIfViewModel(Workers workers) {
    this.workers = workers;
    retention = new FigureModel(workers);
    associations = new FigureModel(workers);
    effects = new FigureModel(workers);
    estimating = new Latest<>(workers.quick(), workers.screen());
    scanning = new Latest<>(workers.quick(), workers.screen());
    explorers = new Explorers(found -> workers.screen().execute(() -> opened(found)));
    choices.addListener((_, before, _) -> remember(before));
    choices.subscribe(_ -> count());
  }

  /// Looks at a manifest.
  ///
  /// @param now the manifest, if any is looked at
  /// @param lists term lists and tests
  /// @param models what changes of d are predicted from
  /// @param look style of the charts
  public void look(
      Optional<ManifestSource> now, Lexicon lists, PredictionBasis models, ChartStyle look) {
    basis = models;
    if (!now.equals(source)) {
      manifest.set(Optional.empty());
    }
    source = now;
    lexicon = Optional.of(lists);
    style = Optional.of(look);
    if (now.isEmpty()) {
      rest();
      state.set(new WhatIfState.Nothing());
    } else {
      count();
    }
    draw();
  }

  /// Stops counting and lets go of the manifest.
  public void rest() {
    running.cancel();
    estimating.drop();
    scanning.drop();
    asked = List.of();
    workers.quick().execute(explorers::close);
  }

  private void opened(WhatIfExplorer explorer) {
    if (source.equals(Optional.of(explorer.source()))) {
      manifest.set(Optional.of(explorer.manifest()));
    }
  }

  private void remember(FilterChoices before) {
    if (!undoing) {
      undo.push("what-if", before);
    }
  }

  /// Takes the last choice back.
  void undo() {
    undo.pop()
        .ifPresent(
            step -> {
              undoing = true;
              choices.set(step.before());
              undoing = false;
            });
  }

  private void count() {
    if (source.isEmpty() || lexicon.isEmpty()) {
      return;
    }
    ManifestSource from = source.get();
    Lexicon lists = lexicon.get();
    FilterChoices wanted = choices.get();
    List<Object> question = List.of(from, lists, wanted);
    if (question.equals(asked)) {
      return;
    }
    asked = question;
    running.cancel();
    scanning.drop();
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    if (manifest.get().isEmpty()) {
      state.set(new WhatIfState.Opening());
    }
    estimating.request(
        () -> {
          WhatIfExplorer explorer = explorers.of(from);
          return explorer.estimate(settings(explorer, wanted, lists), cancellation);
        },
        result -> estimated(result, from, cancellation),
        this::failed);
  }

  private void estimated(WhatIfResult result, ManifestSource from, Cancellation cancellation) {
    boolean complete = result.sample().isEmpty();
    counted(result, complete);
    if (!complete) {
      scanning.request(
          () -> explorers.of(from).scan(result.settings(), Progress.none(), cancellation),
          whole -> counted(whole, true),
          this::failed);
    }
  }

  private static WhatIfSettings settings(
      WhatIfExplorer explorer, FilterChoices wanted, Lexicon lists) {
    Optional<FilterPreset> preset =
        wanted
            .preset()
            .flatMap(
                id -> explorer.presets().stream().filter(each -> each.id().equals(id)).findFirst());
    Optional<Filter> filter = preset.flatMap(FilterPreset::filter);
    return new WhatIfSettings(lists, wanted.selection(filter));
  }

  private void counted(WhatIfResult result, boolean complete) {
    state.set(new WhatIfState.Counted(result, complete));
    draw();
  }

  private void failed(Exception failure) {
    state.set(
        new WhatIfState.Failed(
            failure instanceof PlumblineException
                ? failure.getMessage()
                : String.valueOf(failure)));
  }

  private void draw() {
    if (style.isEmpty()) {
      return;
    }
    ChartStyle look = style.get();
    Optional<WhatIfResult> result = result();
    if (result.isEmpty()) {
      retention.missing("");
      associations.missing("");
      effects.missing("");
      return;
    }
    retention.show(List.of(result.get(), look), () -> RetentionDots.of(result.get(), look));
    associations.show(
        List.of(result.get(), look), () -> AssociationChangeDots.of(result.get(), look));
    PredictionBasis models = basis;
    effects.show(
        List.of(result.get(), models, look),
        () ->
            PredictedChangeDots.of(
                result.get(),
                new EffectPredictor(models).predict(result.get().associations()),
                look));
  }

  /// The result on screen.
  Optional<WhatIfResult> result() {
    return state.get() instanceof WhatIfState.Counted counted
        ? Optional.of(counted.result())
        : Optional.empty();
  }

  /// Presets of the manifest looked at.
  List<FilterPreset> presets() {
    return manifest.get().map(FilterPreset::of).orElse(List.of());
  }

  /// Term lists that can be left out.
  List<String> lists() {
    return lexicon
        .map(each -> (List<String>) new ArrayList<>(each.terms().keySet()))
        .orElse(List.of());
  }

  /// The lexicon in use.
  Optional<Lexicon> lexicon() {
    return lexicon;
  }

  /// Takes the choices of a recipe.
  ///
  /// @throws PlumblineException if the file is none
  void open(Path recipe) {
    RowSelection selection = Recipe.read(recipe);
    choices.set(FilterChoices.of(selection));
  }

  /// Writes the result's rows; to be called in the background.
  ///
  /// @return how many rows or uids were written, 0 for a recipe
  long save(
      WhatIfResult result, SaveKind kind, Path file, Progress progress, Cancellation cancellation)
      throws java.io.IOException {
    ManifestSource from = source.orElseThrow();
    return switch (kind) {
      case RECIPE -> {
        Files.writeString(file, Recipe.write(result, from));
        yield result.kept();
      }
      case SUBSET ->
          explorers
              .of(from)
              .files(result.settings())
              .writeUids(file, progress, cancellation)
              .uids();
      case ROWS ->
          explorers.of(from).files(result.settings()).writeRows(file, progress, cancellation);
    };
  }

  /// What the controls say.
  ObjectProperty<FilterChoices> choicesProperty() {
    return choices;
  }

  /// What is known of it.
  ReadOnlyObjectProperty<WhatIfState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The opened manifest.
  ReadOnlyObjectProperty<Optional<Manifest>> manifestProperty() {
    return manifest.getReadOnlyProperty();
  }

  /// Steps that can be taken back.
  UndoStack<FilterChoices> undoStack() {
    return undo;
  }

  FigureModel retention() {
    return retention;
  }

  FigureModel effects() {
    return effects;
  }

  FigureModel associations() {
    return associations;
  }
}

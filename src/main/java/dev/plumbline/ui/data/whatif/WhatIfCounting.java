package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WhatIfSettings;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.study.WhatIfRequest;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Counts what a filter leaves of a manifest, first of a sample, then of all rows. The newest
/// question wins; a count under way for an older one is cancelled.
final class WhatIfCounting {
  private final Workers workers;
  private final Latest<WhatIfResult> estimating;
  private final Latest<WhatIfResult> scanning;
  private final Explorers explorers;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<WhatIfState> state =
      new ReadOnlyObjectWrapper<>(new WhatIfState.Nothing());
  private final ReadOnlyObjectWrapper<Optional<Manifest>> manifest =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Question> asked = Optional.empty();
  private Optional<Question> answered = Optional.empty();
  private Cancellation running = new Cancellation();

  /// What is to be counted.
  ///
  /// @param source the manifest
  /// @param lexicon its groups and tests
  /// @param whatIf the filter and the wanted mix
  record Question(ManifestSource source, Lexicon lexicon, WhatIfRequest whatIf) {
    /// Whether what was counted for this answers the other too.
    boolean sameRows(Question other) {
      return source.equals(other.source)
          && lexicon.equals(other.lexicon)
          && whatIf.choices().equals(other.whatIf.choices())
          && whatIf.mix().sameGroups(other.whatIf.mix());
    }
  }

  WhatIfCounting(Workers workers, Engines engines) {
    this.workers = workers;
    estimating = new Latest<>(workers.quick(), workers.screen());
    scanning = new Latest<>(workers.quick(), workers.screen());
    explorers = new Explorers(engines, found -> workers.screen().execute(() -> opened(found)));
  }

  /// Counts, unless that is what was asked last; other shares of the same groups need no other
  /// count.
  void count(Question question) {
    if (asked.equals(Optional.of(question))) {
      return;
    }
    boolean same = asked.filter(question::sameRows).isPresent();
    if (same && !(state.get() instanceof WhatIfState.Failed)) {
      asked = Optional.of(question);
      if (state.get() instanceof WhatIfState.Counted(WhatIfResult result, boolean complete)
          && answered.filter(question::sameRows).isPresent()) {
        state.set(new WhatIfState.Counted(result.with(question.whatIf().mix()), complete));
      }
      return;
    }
    boolean other = !asked.map(Question::source).equals(Optional.of(question.source()));
    asked = Optional.of(question);
    running.cancel();
    scanning.drop();
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    if (other) {
      manifest.set(Optional.empty());
      state.set(new WhatIfState.Opening());
    }
    estimating.request(
        () -> {
          WhatIfExplorer explorer = explorers.of(question.source());
          return explorer.estimate(settings(explorer, question), cancellation);
        },
        result -> estimated(result, question, cancellation),
        this::failed);
  }

  /// Stops counting and lets go of the manifest; what was counted stays.
  void rest() {
    running.cancel();
    estimating.drop();
    scanning.drop();
    asked = Optional.empty();
    workers.quick().execute(explorers::close);
  }

  /// Forgets everything.
  void clear() {
    rest();
    manifest.set(Optional.empty());
    state.set(new WhatIfState.Nothing());
  }

  private void opened(WhatIfExplorer explorer) {
    if (asked.filter(now -> now.source().equals(explorer.source())).isPresent()) {
      manifest.set(Optional.of(explorer.manifest()));
    }
  }

  private void estimated(WhatIfResult result, Question question, Cancellation cancellation) {
    answered = Optional.of(question);
    boolean complete = result.sample().isEmpty();
    state.set(new WhatIfState.Counted(asAskedNow(result, question), complete));
    if (!complete) {
      scan(result.settings(), question, cancellation);
    }
  }

  private void scan(WhatIfSettings settings, Question question, Cancellation cancellation) {
    progress.set(-1);
    Progress shown =
        (_, done, total) -> workers.screen().execute(() -> progress.set((double) done / total));
    scanning.request(
        () -> explorers.of(question.source()).scan(settings, shown, cancellation),
        whole -> state.set(new WhatIfState.Counted(asAskedNow(whole, question), true)),
        this::failed);
  }

  /// The result for the shares that are wanted by now.
  private WhatIfResult asAskedNow(WhatIfResult result, Question question) {
    return asked
        .filter(question::sameRows)
        .map(now -> result.with(now.whatIf().mix()))
        .orElse(result);
  }

  /// Stops counting all rows; the estimate stays.
  void stop() {
    if (state.get() instanceof WhatIfState.Counted(WhatIfResult result, boolean complete)
        && !complete) {
      running.cancel();
      scanning.drop();
      state.set(new WhatIfState.Counted(result, true));
    }
  }

  /// Counts all rows after all.
  void goOn() {
    if (state.get() instanceof WhatIfState.Counted(WhatIfResult result, boolean complete)
        && complete
        && result.sample().isPresent()
        && answered.isPresent()) {
      running = new Cancellation();
      state.set(new WhatIfState.Counted(result, false));
      scan(result.settings(), answered.get(), running);
    }
  }

  private static WhatIfSettings settings(WhatIfExplorer explorer, Question question) {
    WhatIfRequest wanted = question.whatIf();
    Optional<Filter> filter =
        wanted
            .choices()
            .preset()
            .flatMap(
                id -> explorer.presets().stream().filter(each -> each.id().equals(id)).findFirst())
            .flatMap(FilterPreset::filter);
    return new WhatIfSettings(question.lexicon(), wanted.choices().selection(filter), wanted.mix());
  }

  private void failed(Exception failure) {
    state.set(
        new WhatIfState.Failed(
            failure instanceof PlumblineException
                ? failure.getMessage()
                : String.valueOf(failure)));
  }

  /// Finished share of the count of all rows; below 0 where it is not known.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// The opened manifests.
  Explorers explorers() {
    return explorers;
  }

  /// What is known.
  ReadOnlyObjectProperty<WhatIfState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The opened manifest.
  ReadOnlyObjectProperty<Optional<Manifest>> manifestProperty() {
    return manifest.getReadOnlyProperty();
  }
}

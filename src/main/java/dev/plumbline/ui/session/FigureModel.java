package dev.plumbline.ui.session;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.report.Figure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One chart of a page: made in the background, newest wins, put on screen between two frames.
public final class FigureModel {
  private static final Logger LOG = LoggerFactory.getLogger(FigureModel.class);

  private final Latest<Figure> latest;
  private final ReadOnlyObjectWrapper<FigureState> state =
      new ReadOnlyObjectWrapper<>(new FigureState.Waiting());

  private List<?> made = List.of();
  private boolean pending;

  /// A chart made and drawn by these threads.
  public FigureModel(Workers workers) {
    latest = new Latest<>(workers.charts(), workers.drawing());
  }

  /// Makes the chart anew, unless it was last made of equal things; the old one stays until the new
  /// one is there.
  ///
  /// @param ingredients everything the factory uses, immutable
  /// @param factory called in the background
  public void show(List<?> ingredients, Callable<Figure> factory) {
    if (!ingredients.equals(made)) {
      made = ingredients;
      pending = true;
      latest.request(factory, this::shown, this::failed);
    }
  }

  /// Says what is missing for a chart.
  public void missing(String sentence) {
    made = List.of();
    pending = false;
    latest.drop();
    state.set(new FigureState.Missing(sentence));
  }

  /// What the card shows.
  public ReadOnlyObjectProperty<FigureState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The chart on screen.
  public Optional<Figure> figure() {
    return state.get() instanceof FigureState.Shown shown
        ? Optional.of(shown.figure())
        : Optional.empty();
  }

  /// Whether the chart last asked for is still being made.
  public boolean pending() {
    return pending;
  }

  private void shown(Figure figure) {
    pending = false;
    state.set(new FigureState.Shown(figure));
  }

  private void failed(Exception failure) {
    pending = false;
    if (!(failure instanceof PlumblineException)) {
      LOG.error("A chart could not be made", failure);
    }
    state.set(new FigureState.Missing(String.valueOf(failure.getMessage())));
  }
}

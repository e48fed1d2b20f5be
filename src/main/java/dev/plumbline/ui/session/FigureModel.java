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
      latest.request(factory, figure -> state.set(new FigureState.Shown(figure)), this::failed);
    }
  }

  /// Says what is missing for a chart.
  public void missing(String sentence) {
    made = List.of();
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

  private void failed(Exception failure) {
    if (!(failure instanceof PlumblineException)) {
      LOG.error("A chart could not be made", failure);
    }
    state.set(new FigureState.Missing(String.valueOf(failure.getMessage())));
  }
}

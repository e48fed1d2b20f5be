package dev.plumbline.ui.part;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.GridPane;

/// A pane of charts: one at the left, two below each other at the right.
public final class ThreeFigures implements Page {
  private final List<FigureCard> cards;
  private final Segments<?> segments;
  private final GridPane node;

  /// A pane that follows its charts until it is disposed of.
  ///
  /// @param left width of the first card in per cent
  /// @param upper height of the second card in per cent
  /// @param cards the three cards, not listening yet
  /// @param segments what is chosen above one of them
  public ThreeFigures(
      String id, double left, double upper, List<FigureCard> cards, Segments<?> segments) {
    this.cards = List.copyOf(cards);
    this.segments = segments;
    cards.forEach(FigureCard::listen);
    node =
        Quarters.columns(
            id,
            new double[] {left, 100 - left},
            cards.get(0).node(),
            Quarters.rows(
                new double[] {upper, 100 - upper}, cards.get(1).node(), cards.get(2).node()));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    segments.dispose();
    cards.forEach(FigureCard::dispose);
  }
}

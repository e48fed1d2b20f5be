package dev.plumbline.ui.part;

import dev.plumbline.report.ChartTheme;
import dev.plumbline.report.DatasetColours;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The mark of a manifest: the colour it has on every chart.
public final class Dot {
  private Dot() {}

  /// A mark for a manifest that may be unknown.
  public static Node of(Workbench bench, Optional<String> dataset) {
    ChartTheme theme = bench.look().chartTheme();
    java.awt.Color color = new DatasetColours(bench.session().datasets()).of(dataset, theme);
    Rectangle mark = new Rectangle(10, 10, Color.web(ChartTheme.hex(color)));
    mark.setArcWidth(4);
    mark.setArcHeight(4);
    return mark;
  }
}

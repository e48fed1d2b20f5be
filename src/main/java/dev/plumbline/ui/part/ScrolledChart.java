package dev.plumbline.ui.part;

import dev.plumbline.report.NativeChart;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// A chart that may be taller than its room where it has many rows, and wider where it has many
/// columns. The names of its rows stay in sight while it is scrolled sideways; a mark that is
/// walked to is scrolled into sight.
final class ScrolledChart extends StackPane {
  private static final double AROUND_ROWS = 100;
  private static final double LOWEST_ROW = 13;
  private static final double LOWEST_NAMED = 16;
  private static final double TWO_LINES = 24;
  private static final int FEW_ROWS = 8;
  private static final double VALUE_AXIS = 42;
  private static final double LEGEND = 32;
  private static final int MANY_ROWS = 24;
  private static final int MANY_COLUMNS = 20;
  private static final double BESIDE_COLUMNS = 180;
  private static final double LEAST_COLUMN = 36;
  private static final double BETWEEN_GROUPS = 6;
  private static final double LOWEST = 60;
  private static final double MARGIN = 24;

  private final ChartPane chart;
  private final ScrollPane scroll;
  private final ImageView names = new ImageView();
  private final Pane frozen = new Pane(names);
  private final Rectangle window = new Rectangle();
  private boolean waiting;

  ScrolledChart(ChartPane chart) {
    this.chart = chart;
    scroll = new ScrollPane(chart);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setMinSize(0, 0);
    scroll.getStyleClass().add("plain-scroll");
    setMinSize(0, 0);
    frozen.setId(chart.getId() + "-names");
    frozen.getStyleClass().add("frozen-names");
    frozen.setManaged(false);
    frozen.setVisible(false);
    frozen.setClip(window);
    frozen.setOnMouseClicked(event -> chart.pickAt(event.getX(), event.getY() + hidden().getY()));
    getChildren().addAll(scroll, frozen);
    scroll.hvalueProperty().addListener((_, _, _) -> freeze());
    scroll.vvalueProperty().addListener((_, _, _) -> place());
    scroll.viewportBoundsProperty().addListener((_, _, _) -> freeze());
    chart.onDrawn(this::freeze);
    chart.onWalked(this::reveal);
  }

  /// Gives the chart the room that its rows and columns need.
  void fit(NativeChart drawn) {
    int rows = rows(drawn);
    chart.setMinHeight(
        rows > MANY_ROWS || crowded(drawn) ? AROUND_ROWS + LOWEST_ROW * rows : leastHeight(drawn));
    chart.setMinWidth(leastWidth(drawn));
    freeze();
  }

  private static int rows(NativeChart chart) {
    return switch (chart) {
      case NativeChart.Table table -> table.rows().size();
      case NativeChart.Bars bars -> bars.grid().categories().size() * lines(bars);
      default -> 0;
    };
  }

  private static boolean crowded(NativeChart chart) {
    return chart instanceof NativeChart.Bars bars && lines(bars) > 1;
  }

  /// Two series are told apart in one row's height, more need more.
  private static int lines(NativeChart.Bars bars) {
    return Math.ceilDiv(Math.max(1, bars.grid().series().size()), 2);
  }

  /// Height at which every row of dots or bars has its name, in two lines where few rows have two
  /// marks.
  private static double leastHeight(NativeChart drawn) {
    if (!(drawn instanceof NativeChart.Bars bars)) {
      return LOWEST;
    }
    int rows = bars.grid().categories().size();
    boolean several = bars.grid().series().size() > 1;
    double row = several && rows <= FEW_ROWS ? TWO_LINES : LOWEST_NAMED;
    return Math.max(LOWEST, VALUE_AXIS + (several ? LEGEND : 0) + row * rows);
  }

  private static double leastWidth(NativeChart chart) {
    if (!(chart instanceof NativeChart.Table table)) {
      return LOWEST;
    }
    int columns = table.groups().stream().mapToInt(group -> group.columns().size()).sum();
    return columns > MANY_COLUMNS
        ? BESIDE_COLUMNS + LEAST_COLUMN * columns + BETWEEN_GROUPS * table.groups().size()
        : LOWEST;
  }

  /// How much of the chart is scrolled out of sight at the left and at the top.
  private Point2D hidden() {
    double wide = Math.max(0, chart.getWidth() - scroll.getViewportBounds().getWidth());
    double high = Math.max(0, chart.getHeight() - scroll.getViewportBounds().getHeight());
    return new Point2D(wide * scroll.getHvalue(), high * scroll.getVvalue());
  }

  /// Shows the names of rows, taken from the chart as it is drawn, while it is scrolled sideways.
  private void freeze() {
    if (hidden().getX() < 1) {
      frozen.setVisible(false);
    } else if (!waiting) {
      waiting = true;
      Platform.runLater(this::freezeNow);
    }
  }

  private void freezeNow() {
    waiting = false;
    double width = chart.besidePlot();
    boolean shown = hidden().getX() >= 1 && width > 1 && chart.isVisible();
    frozen.setVisible(shown);
    if (!shown) {
      return;
    }
    SnapshotParameters part = new SnapshotParameters();
    part.setFill(javafx.scene.paint.Color.TRANSPARENT);
    part.setViewport(new Rectangle2D(0, 0, width, chart.getHeight()));
    names.setImage(chart.snapshot(part, null));
    place();
  }

  private void place() {
    double height = scroll.getViewportBounds().getHeight();
    names.setY(-hidden().getY());
    frozen.resizeRelocate(
        scroll.snappedLeftInset(), scroll.snappedTopInset(), chart.besidePlot(), height);
    window.setWidth(chart.besidePlot());
    window.setHeight(height);
  }

  /// Scrolls a point of the chart into sight, clear of the names.
  private void reveal(Point2D point) {
    Point2D hidden = hidden();
    double width = scroll.getViewportBounds().getWidth();
    double height = scroll.getViewportBounds().getHeight();
    double names = chart.besidePlot();
    scroll.setHvalue(
        share(
            point.getX(), hidden.getX(), names + MARGIN, width - MARGIN, chart.getWidth() - width));
    scroll.setVvalue(
        share(point.getY(), hidden.getY(), MARGIN, height - MARGIN, chart.getHeight() - height));
  }

  private static double share(double at, double hidden, double from, double to, double most) {
    double wanted = at < hidden + from ? at - from : at > hidden + to ? at - to : hidden;
    return most <= 0 ? 0 : Math.clamp(wanted / most, 0, 1);
  }
}

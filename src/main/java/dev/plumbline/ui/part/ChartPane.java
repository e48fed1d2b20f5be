package dev.plumbline.ui.part;

import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.fx.ChartCanvas;

/// A chart on screen: hover tells, click picks, wheel zooms at the pointer, drag pans, double click
/// resets, arrow keys walk through the marks and Enter picks.
public final class ChartPane extends Region {
  private static final double DRAG_START = 4;

  private final Tooltip tooltip = new Tooltip();
  private final Consumer<Subject> picked;
  private Optional<ChartCanvas> canvas = Optional.empty();
  private Optional<Figure> figure = Optional.empty();
  private ChartMarks marks = ChartMarks.none();
  private ChartZoom zoom = ChartZoom.none();
  private double pressX;
  private double pressY;
  private boolean dragged;
  private Runnable drawn = () -> {};
  private Consumer<Point2D> walked = _ -> {};

  /// An empty pane.
  ///
  /// @param picked hears what the user clicked at
  public ChartPane(String id, Consumer<Subject> picked) {
    this.picked = picked;
    setId(id);
    getStyleClass().add("chart-pane");
    setMinSize(80, 60);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    tooltip.getStyleClass().add("chart-tooltip");
    tooltip.setHideOnEscape(false);
    setOnMouseMoved(this::hover);
    setOnMouseExited(_ -> tooltip.hide());
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseClicked(this::click);
    setOnScroll(
        event -> {
          if (zoom.at(event.getX(), event.getY(), event.getDeltaY() > 0)) {
            event.consume();
          }
        });
    setOnKeyPressed(this::key);
  }

  /// Shows a chart; where it is the same view with other colours, the zoom stays.
  public void show(Figure next) {
    ChartZoom kept = zoom;
    boolean sameView =
        figure
            .filter(old -> old.id().equals(next.id()) && old.title().equals(next.title()))
            .isPresent();
    figure = Optional.of(next);
    zoom = ChartZoom.of(next.chart(), this::plotInfo);
    if (sameView) {
      zoom.continueFrom(kept);
    }
    setAccessibleText(next.title() + ". " + next.subtitle());
    if (canvas.isPresent()) {
      canvas.get().setChart(next.chart());
    } else {
      ChartCanvas created = new ChartCanvas(next.chart());
      created.setMouseTransparent(true);
      canvas = Optional.of(created);
      getChildren().setAll(created);
      requestLayout();
    }
    findMarks();
    drawn.run();
  }

  /// Hears when another chart, or the same in another size, is drawn.
  void onDrawn(Runnable listener) {
    drawn = listener;
  }

  /// Hears where a mark is that the keyboard has walked to.
  void onWalked(Consumer<Point2D> listener) {
    walked = listener;
  }

  /// Width of what stands at the left of the plot, such as names of rows; 0 while nothing is drawn.
  double besidePlot() {
    return canvas
        .filter(it -> it.getRenderingInfo() != null)
        .map(it -> it.getRenderingInfo().getPlotInfo().getDataArea().getX())
        .orElse(0.0);
  }

  /// Picks what is drawn at a point.
  void pickAt(double x, double y) {
    findMarks();
    marks.at(x, y).flatMap(ChartMarks.Mark::subject).ifPresent(picked);
  }

  /// The chart on screen.
  public Optional<Figure> figure() {
    return figure;
  }

  /// Where a subject is drawn, in this pane's coordinates; for tests and keyboard.
  public Optional<Point2D> whereIs(Subject subject) {
    findMarks();
    return marks.centre(subject);
  }

  /// Picture of the chart at twice its size on screen.
  public WritableImage picture() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(javafx.scene.transform.Transform.scale(2, 2));
    parameters.setFill(Color.TRANSPARENT);
    return snapshot(parameters, null);
  }

  @Override
  protected void layoutChildren() {
    canvas.ifPresent(
        chart -> {
          double width = Math.floor(getWidth());
          double height = Math.floor(getHeight());
          if (width > 0
              && height > 0
              && (chart.getWidth() != width || chart.getHeight() != height)) {
            chart.setWidth(width);
            chart.setHeight(height);
            drawn.run();
          }
        });
  }

  private org.jfree.chart.plot.PlotRenderingInfo plotInfo() {
    return canvas.map(chart -> chart.getRenderingInfo().getPlotInfo()).orElseThrow();
  }

  private void findMarks() {
    ChartMarks before = marks;
    marks =
        canvas.isPresent() && figure.isPresent() && canvas.get().getRenderingInfo() != null
            ? ChartMarks.of(canvas.get().getRenderingInfo().getEntityCollection())
            : ChartMarks.none();
    marks.continueFrom(before);
  }

  private void hover(MouseEvent event) {
    findMarks();
    Optional<ChartMarks.Mark> mark = marks.at(event.getX(), event.getY());
    setCursor(mark.flatMap(ChartMarks.Mark::subject).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    tell(mark, event.getScreenX() + 14, event.getScreenY() + 14);
  }

  private void tell(Optional<ChartMarks.Mark> mark, double screenX, double screenY) {
    Optional<String> text = mark.flatMap(ChartMarks.Mark::tooltip);
    if (text.isEmpty() || getScene() == null || getScene().getWindow() == null) {
      tooltip.hide();
      return;
    }
    tooltip.setText(text.get());
    if (tooltip.isShowing()) {
      tooltip.setAnchorX(screenX);
      tooltip.setAnchorY(screenY);
    } else {
      tooltip.show(this, screenX, screenY);
    }
  }

  private void press(MouseEvent event) {
    requestFocus();
    pressX = event.getX();
    pressY = event.getY();
    dragged = false;
    zoom.startPan(pressX, pressY);
  }

  private void drag(MouseEvent event) {
    if (!dragged && Math.hypot(event.getX() - pressX, event.getY() - pressY) < DRAG_START) {
      return;
    }
    dragged = true;
    tooltip.hide();
    if (zoom.panTo(event.getX(), event.getY())) {
      setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void click(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || dragged) {
      return;
    }
    if (event.getClickCount() == 2) {
      zoom.reset();
      return;
    }
    pickAt(event.getX(), event.getY());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.RIGHT || code == KeyCode.LEFT) {
      findMarks();
      walk(marks.walk(code == KeyCode.RIGHT ? 1 : -1));
      event.consume();
    } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
      findMarks();
      walk(marks.climb(code == KeyCode.DOWN ? 1 : -1));
      event.consume();
    } else if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
      marks.current().flatMap(ChartMarks.Mark::subject).ifPresent(picked);
      event.consume();
    } else if (code == KeyCode.HOME) {
      zoom.reset();
      event.consume();
    }
  }

  private void walk(Optional<ChartMarks.Mark> next) {
    next.ifPresent(
        mark -> {
          walked.accept(new Point2D(mark.x(), mark.y()));
          Point2D screen = localToScreen(mark.x(), mark.y());
          tell(Optional.of(mark), screen.getX() + 10, screen.getY() + 10);
          mark.tooltip().ifPresent(this::setAccessibleHelp);
        });
  }
}

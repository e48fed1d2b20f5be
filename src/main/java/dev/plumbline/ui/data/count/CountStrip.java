package dev.plumbline.ui.data.count;

import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.TaskProgress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// One line above a chart of estimates: how far the full count has come, and the button that stops
/// or begins it.
public final class CountStrip {
  private static final double GIGABYTE = 1e9;

  private final Workbench bench;
  private final BackgroundCounts counts;
  private final HBox line = new HBox();
  private final Label text = new Label();
  private final Tooltip whole = new Tooltip();
  private final ProgressBar bar = new ProgressBar();
  private final Button button = new Button();
  private final Subscription listening;

  /// The line in the language of now.
  public CountStrip(Workbench bench, BackgroundCounts counts) {
    this.bench = bench;
    this.counts = counts;
    line.setId("count-strip");
    line.getStyleClass().add("count-strip");
    line.setAlignment(Pos.CENTER_LEFT);
    text.setId("count-text");
    text.getStyleClass().addAll("muted", "note");
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    whole.textProperty().bind(text.textProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(480);
    text.setTooltip(whole);
    HBox.setHgrow(text, Priority.ALWAYS);
    bar.setId("count-progress");
    bar.setPrefWidth(120);
    bar.setMinWidth(60);
    bar.setAccessibleText(text("task.progress"));
    button.setId("count-button");
    button.getStyleClass().add("small");
    button.setMinWidth(Button.USE_PREF_SIZE);
    line.managedProperty().bind(line.visibleProperty());
    listening =
        Subscription.combine(
            counts.stateProperty().subscribe(this::show),
            bench.counting().currentProperty().subscribe(_ -> show(counts.stateProperty().get())));
  }

  /// The line; it takes no room where there is nothing to say.
  public Node node() {
    return line;
  }

  /// Stops following.
  public void dispose() {
    listening.unsubscribe();
  }

  private void show(CountState state) {
    line.setVisible(!(state instanceof CountState.Nothing));
    switch (state) {
      case CountState.Nothing _ -> {}
      case CountState.Waiting _ -> say(text("count.waiting"), List.of(text));
      case CountState.Counting _ -> counting();
      case CountState.Offered(Optional<CountSize> size) -> {
        boolean estimated = size.filter(CountSize::estimated).isPresent();
        String more = estimated ? " " + text("count.estimated") : "";
        say(text(why(size)) + more, List.of(text, button));
        offer(size.map(this::offer).orElse(text("count.all")));
      }
      case CountState.Failed(String sentence) -> {
        say(sentence, List.of(text, button));
        offer(text("count.again"));
      }
    }
  }

  private void counting() {
    Optional<TaskProgress> progress = bench.counting().currentProperty().get();
    double fraction = progress.map(TaskProgress::fraction).orElse(-1.0);
    String said =
        fraction < 0
            ? text("count.counting")
            : text("count.counting.share", Math.floor(100 * fraction));
    String left =
        progress.map(TaskProgress::secondsLeft).stream()
            .flatMapToDouble(OptionalDouble::stream)
            .mapToObj(seconds -> " · " + text("count.left", duration(seconds)))
            .findFirst()
            .orElse("");
    bar.setProgress(fraction);
    say(said + left, List.of(text, bar, button));
    button.setText(text("count.stop"));
    button.getStyleClass().setAll("button", "small", "flat", "danger");
    button.setOnAction(_ -> counts.stop());
  }

  private void say(String sentence, List<Node> nodes) {
    text.setText(sentence);
    if (!line.getChildren().equals(nodes)) {
      line.getChildren().setAll(nodes);
    }
  }

  private void offer(String label) {
    button.setText(label);
    button.getStyleClass().setAll("button", "small");
    button.setOnAction(_ -> counts.start());
  }

  private static String why(Optional<CountSize> size) {
    return size.isEmpty()
        ? "count.stopped"
        : size.get().bytes() == 0 ? "count.cluster" : "count.large";
  }

  private String offer(CountSize size) {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    if (size.rows().isPresent()) {
      if (size.estimated()) {
        return estimated(size, numbers);
      }
      String rows = numbers.count(size.rows().getAsLong());
      return size.seconds().isPresent()
          ? text("count.all.about", rows, duration(size.seconds().getAsDouble()))
          : text("count.all.rows", rows);
    }
    return size.bytes() == 0
        ? text("count.all")
        : text("count.all.bytes", numbers.decimal(size.bytes() / GIGABYTE, 1));
  }

  /// With two digits of the rows, since no more are known.
  private String estimated(CountSize size, NumberStyle numbers) {
    long rows = size.rows().orElseThrow();
    long unit = (long) Math.pow(10, Math.max(0, (int) Math.log10(Math.max(1, rows)) - 1));
    String about = numbers.count(Math.round((double) rows / unit) * unit);
    return size.seconds().isPresent()
        ? text("count.all.estimated", about, duration(size.seconds().getAsDouble()))
        : text("count.all.estimated.rows", about);
  }

  /// Seconds below a minute and a half, minutes below an hour and a half, hours above.
  private String duration(double seconds) {
    if (seconds < 90) {
      return text("count.seconds", Math.max(1, Math.round(seconds)));
    }
    double minutes = seconds / 60;
    return minutes < 90
        ? text("count.minutes", Math.round(minutes))
        : text("count.hours", Math.round(minutes / 60));
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

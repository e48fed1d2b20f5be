package dev.plumbline.ui;

import dev.plumbline.study.Provenance;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.TaskProgress;
import dev.plumbline.ui.session.TaskQueue;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// What is being done: stage, progress, rate, remaining time, Cancel, and how many tasks wait.
final class TaskStrip extends HBox {
  private final Workbench bench;
  private final Label stage = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Label numbers = new Label();
  private final Label waiting = new Label();
  private final Button cancel = new Button();
  private final Subscription listening;

  TaskStrip(Workbench bench) {
    this.bench = bench;
    getStyleClass().add("task-strip");
    setAlignment(Pos.CENTER_LEFT);
    stage.setId("task-stage");
    stage.getStyleClass().add("task-stage");
    stage.setMinWidth(120);
    bar.setId("task-progress");
    bar.setPrefWidth(300);
    bar.setMinWidth(80);
    bar.setAccessibleText(bench.look().text("task.progress"));
    numbers.setId("task-numbers");
    numbers.getStyleClass().add("muted");
    numbers.setMinWidth(0);
    waiting.getStyleClass().add("muted");
    cancel.setId("task-cancel");
    cancel.setText(bench.look().text("task.cancel"));
    cancel.getStyleClass().addAll("flat", "danger", "small");
    cancel.setOnAction(_ -> queue().cancelCurrent());
    HBox.setHgrow(stage, Priority.NEVER);
    getChildren().addAll(stage, bar, numbers, cancel, waiting);
    listening =
        Subscription.combine(
            bench.tasks().currentProperty().subscribe(_ -> show()),
            bench.counting().currentProperty().subscribe(_ -> show()),
            bench.session().provenanceProperty().subscribe(_ -> idle()),
            bench.tasks().waitingProperty().subscribe(this::showWaiting));
  }

  void dispose() {
    listening.unsubscribe();
  }

  /// What the user began comes before what counts by itself.
  private TaskQueue queue() {
    return bench.tasks().currentProperty().get().isPresent() ? bench.tasks() : bench.counting();
  }

  private void show() {
    Optional<TaskProgress> task = queue().currentProperty().get();
    boolean running = task.isPresent();
    bar.setVisible(running);
    bar.setManaged(running);
    cancel.setVisible(running);
    cancel.setManaged(running);
    task.ifPresentOrElse(
        progress -> {
          stage.setText(Stages.text(progress.stage(), bench.look().messages()));
          bar.setProgress(progress.fraction());
          numbers.setText(numbers(progress));
        },
        this::idle);
  }

  private void idle() {
    if (queue().currentProperty().get().isPresent()) {
      return;
    }
    stage.setText(bench.look().text("task.idle"));
    Provenance last = bench.session().provenanceProperty().get();
    numbers.setText(
        last.started().isPresent()
            ? bench.look().text(last.complete() ? "task.last" : "task.cut", last.seconds())
            : "");
  }

  private void showWaiting(Number tasks) {
    waiting.setText(
        tasks.intValue() == 0 ? "" : bench.look().text("task.waiting", tasks.intValue()));
  }

  private String numbers(TaskProgress progress) {
    if (progress.total() <= 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(bench.look().text("task.done", progress.done(), progress.total()));
    progress
        .perSecond()
        .ifPresent(rate -> text.append(" · ").append(bench.look().text("task.rate", rate)));
    progress
        .secondsLeft()
        .ifPresent(left -> text.append(" · ").append(bench.look().text("task.left", left)));
    return text.toString();
  }
}

package dev.plumbline.ui;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs at most one thing a frame on the JavaFX thread, so that several charts that change at once
/// do not hold up the window.
final class FrameExecutor implements Executor {
  private final Queue<Runnable> open = new ConcurrentLinkedQueue<>();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          Runnable next = open.poll();
          if (next == null) {
            stop();
          } else {
            next.run();
          }
        }
      };

  @Override
  public void execute(Runnable command) {
    open.add(command);
    Platform.runLater(frames::start);
  }
}

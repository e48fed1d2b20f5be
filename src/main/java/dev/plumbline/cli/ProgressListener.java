package dev.plumbline.cli;

import dev.plumbline.core.Progress;
import dev.plumbline.study.Failure;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.StudyResult;

/// Hears only the progress of a run.
///
/// @param progress where it goes
record ProgressListener(Progress progress) implements RunListener {
  @Override
  public void progress(String stage, long done, long total) {
    progress.update(stage, done, total);
  }

  @Override
  public void partial(StudyResult soFar) {}

  @Override
  public void failed(Failure failure) {}
}

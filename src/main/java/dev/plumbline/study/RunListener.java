package dev.plumbline.study;

/// Hears what a run does; called from the run's threads, one call at a time, and must not block.
public interface RunListener {
  /// Reports that `done` of `total` units of `stage` are finished.
  ///
  /// @param stage what is being done, such as `profiling pets` or `embedding images, ViT-S`
  /// @param total all units, or 0 if unknown
  void progress(String stage, long done, long total);

  /// Reports all results found so far, in the request's order.
  void partial(StudyResult soFar);

  /// Reports a part that failed while the rest goes on.
  void failed(Failure failure);

  /// A listener that hears nothing.
  static RunListener none() {
    return new RunListener() {
      @Override
      public void progress(String stage, long done, long total) {}

      @Override
      public void partial(StudyResult soFar) {}

      @Override
      public void failed(Failure failure) {}
    };
  }
}

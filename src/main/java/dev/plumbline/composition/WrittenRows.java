package dev.plumbline.composition;

import dev.plumbline.manifest.Reject;
import java.util.List;

/// What has been written into a file of rows.
///
/// @param rows rows written
/// @param rejects files that could not be read, so that none of their rows were written
public record WrittenRows(long rows, List<Reject> rejects) {
  public WrittenRows {
    rejects = List.copyOf(rejects);
  }
}

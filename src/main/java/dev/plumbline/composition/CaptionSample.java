package dev.plumbline.composition;

import dev.plumbline.core.DatasetId;
import java.util.List;

/// Some captions of a manifest, to look at.
///
/// @param dataset the manifest
/// @param captions captions of used rows that have one, in the order of the files; none is longer
///   than 2,000 characters
/// @param rows rows that were looked at, those without a caption or marked as failed among them
/// @param drawn whether the rows were drawn from all over the manifest; if not, they are its first
///   ones
public record CaptionSample(DatasetId dataset, List<String> captions, long rows, boolean drawn) {
  /// Characters of a caption that are kept.
  static final int LONGEST = 2_000;

  public CaptionSample {
    captions = List.copyOf(captions);
  }
}

package dev.plumbline.cli;

import dev.plumbline.core.Cancellation;
import dev.plumbline.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Paints the pages of the window into files, without a display.
///
/// The command line cannot see the window; the launcher hands this over.
@FunctionalInterface
public interface PagePainter {
  /// Writes one PNG a page (`overview.png`, `data.png`, …) of 1600 × 1000 pixels into `folder`.
  ///
  /// @param study what the pages show
  /// @param folder existing folder
  /// @param language language of the pages
  /// @param dark whether the dark theme is used
  /// @return the files, in the order of the pages
  List<Path> paint(
      Study study, Path folder, Locale language, boolean dark, Cancellation cancellation);
}

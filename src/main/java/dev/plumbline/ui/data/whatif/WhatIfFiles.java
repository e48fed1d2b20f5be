package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.Recipe;
import dev.plumbline.composition.SubsetFiles;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WrittenRows;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what came out of a what-if; for use in the background.
///
/// @param explorers the opened manifest
/// @param source which manifest it is
record WhatIfFiles(Explorers explorers, ManifestSource source) {
  /// Writes a file; what was counted in a sample only is counted in all rows first.
  ///
  /// @return how many rows or uids were written, or are described by a recipe, and files that could
  ///   not be read
  WrittenRows save(
      WhatIfResult result, SaveKind kind, Path file, Progress progress, Cancellation cancellation)
      throws IOException {
    WhatIfExplorer explorer = explorers.of(source);
    return switch (kind) {
      case RECIPE -> {
        WhatIfResult whole = whole(explorer, result, progress, cancellation);
        Files.writeString(file, Recipe.write(whole, source));
        yield new WrittenRows(whole.kept(), whole.rejects());
      }
      case SUBSET -> {
        SubsetFiles.Subset subset =
            explorer.subset(result.settings()).writeUids(file, progress, cancellation);
        yield new WrittenRows(subset.uids(), subset.rejects());
      }
      case ROWS -> explorer.subset(result.settings()).writeRows(file, progress, cancellation);
      case WEIGHTS, WEIGHTS_CSV ->
          explorer
              .weights()
              .write(whole(explorer, result, progress, cancellation), file, progress, cancellation);
    };
  }

  private static WhatIfResult whole(
      WhatIfExplorer explorer, WhatIfResult result, Progress progress, Cancellation cancellation) {
    return result.sample().isEmpty()
        ? result
        : explorer.scan(result.settings(), progress, cancellation);
  }
}

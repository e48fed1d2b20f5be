package dev.plumbline.cli;

import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.ModelBundle;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that chooses among the precisions a bundle comes in.
final class VariantOption {
  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description =
          "Precision to use where the bundle comes in several, such as fp16 or q4"
              + " (default: the one remembered in its plumbline.json, else the highest).")
  private String variant;

  /// The precision asked for.
  Optional<String> wanted() {
    return Optional.ofNullable(variant);
  }

  /// Reads the bundle in that precision.
  ModelBundle read(Path folder) {
    return BundleReader.read(folder, wanted());
  }
}

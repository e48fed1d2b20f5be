package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the graphs of a bundle: the full-precision one a side, split graphs before a monolithic
/// one (which would compute both sides each time).
final class GraphFiles {
  /// Suffixes of reduced precision, the closest to full precision first.
  private static final List<String> REDUCED =
      List.of("fp16", "bf16", "q8", "int8", "uint8", "quantized", "q4f16", "q4", "bnb4");

  private static final int DEPTH = 2;

  private GraphFiles() {}

  /// The image tower and the text tower, as far as there are any, in that order.
  ///
  /// @throws PlumblineException if the folder holds no graph, or a damaged one that would be used
  static List<Tower> towers(Path folder, TowerFinder finder) {
    List<Path> files = list(folder);
    if (files.isEmpty()) {
      throw new PlumblineException("The folder " + folder + " holds no ONNX model (*.onnx).");
    }
    List<Tower> found = new ArrayList<>();
    Optional<Integer> precision = Optional.empty();
    for (Path file : files) {
      if (precision.isPresent() && precision.get() != precision(file) && complete(found)) {
        break;
      }
      precision = Optional.of(precision(file));
      found.addAll(finder.towers(OnnxGraphReader.read(file)));
    }
    List<Tower> chosen = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      best(found, modality).ifPresent(chosen::add);
    }
    if (chosen.isEmpty()) {
      throw new PlumblineException(
          "None of the ONNX graphs in "
              + folder
              + " takes images or token ids, so they are no CLIP"
              + " model.");
    }
    return chosen;
  }

  private static boolean complete(List<Tower> towers) {
    return Stream.of(Modality.values()).allMatch(modality -> best(towers, modality).isPresent());
  }

  private static Optional<Tower> best(List<Tower> towers, Modality modality) {
    return towers.stream()
        .filter(tower -> tower.modality() == modality)
        .min(
            Comparator.comparing((Tower tower) -> tower.refusal().isPresent())
                .thenComparing(tower -> precision(tower.graph().file()))
                .thenComparing(tower -> isMonolithic(tower)));
  }

  private static boolean isMonolithic(Tower tower) {
    return tower.inputs().stream().anyMatch(i -> i.role().modality() != tower.modality());
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> lowerName(file).endsWith(".onnx") && Files.isRegularFile(file))
          .sorted(
              Comparator.comparing(GraphFiles::precision)
                  .thenComparing(Path::getNameCount)
                  .thenComparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder " + folder + ".", e);
    }
  }

  /// 0 for full precision, more for less.
  private static int precision(Path file) {
    String stem = lowerName(file).replaceFirst("\\.onnx$", "");
    for (int i = 0; i < REDUCED.size(); i++) {
      if (stem.endsWith("_" + REDUCED.get(i)) || stem.endsWith("-" + REDUCED.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String lowerName(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}

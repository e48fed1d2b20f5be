package dev.plumbline.embedding;

import java.nio.file.Path;
import java.util.List;

/// How a bundle is laid out.
public enum Layout {
  /// One graph for images and texts, as optimum exports it.
  MONOLITHIC("monolithic (optimum)"),
  /// A graph a side below `onnx/`, as transformers.js wants it.
  SPLIT("split (transformers.js)"),
  /// Graphs in `visual/` and `textual/`, as immich ships them.
  IMMICH("visual and textual folders (immich)"),
  /// A graph a side next to `open_clip_config.json`.
  OPEN_CLIP("split (open_clip)"),
  /// Two graphs that take images and texts, named anyhow.
  LOOSE_PAIR("loose pair"),
  /// A graph for one side only.
  ONE_SIDED("one side only"),
  /// Vectors that somebody else computed, no graph.
  VECTORS("vectors without a graph");

  private final String label;

  Layout(String label) {
    this.label = label;
  }

  /// Name to show.
  public String label() {
    return label;
  }

  /// The layout of graphs found in a folder.
  static Layout of(Path folder, List<Tower> towers, boolean openClip) {
    if (towers.size() < 2) {
      return ONE_SIDED;
    }
    Path image = towers.getFirst().graph().file();
    Path text = towers.getLast().graph().file();
    if (image.equals(text)) {
      return MONOLITHIC;
    }
    if (image.startsWith(folder.resolve("visual")) && text.startsWith(folder.resolve("textual"))) {
      return IMMICH;
    }
    if (openClip) {
      return OPEN_CLIP;
    }
    boolean named =
        image.getFileName().toString().startsWith("vision_model")
            && text.getFileName().toString().startsWith("text_model");
    return named ? SPLIT : LOOSE_PAIR;
  }
}

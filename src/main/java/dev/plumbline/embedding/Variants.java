package dev.plumbline.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The precisions that exported graphs come in, told by the file's name: `vision_model_fp16.onnx`,
/// `onnx16-open_clip-…`, `…-visual-quint8.onnx`; a name that says nothing means full precision.
final class Variants {
  /// Full precision.
  static final String FULL = "fp32";

  /// The closest to full precision first.
  private static final List<String> ORDER =
      List.of(
          FULL, "fp16", "bf16", "q8", "int8", "uint8", "quantized", "q4f16", "q4", "bnb4", "q2");

  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("float32", FULL),
          Map.entry("onnx32", FULL),
          Map.entry("float16", "fp16"),
          Map.entry("onnx16", "fp16"),
          Map.entry("half", "fp16"),
          Map.entry("bfloat16", "bf16"),
          Map.entry("qint8", "int8"),
          Map.entry("quint8", "uint8"),
          Map.entry("quint4", "q4"));

  private Variants() {}

  /// The precision that a graph's name states.
  static String of(Path file) {
    String stem =
        file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.onnx$", "");
    String[] words = stem.split("[-_.]");
    for (int i = words.length - 1; i >= 0; i--) {
      String word = SPELLINGS.getOrDefault(words[i], words[i]);
      if (ORDER.contains(word)) {
        return word;
      }
    }
    return FULL;
  }

  /// The canonical name of a precision as a user writes it.
  static String canonical(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return SPELLINGS.getOrDefault(lower, lower);
  }

  /// Place in the order from full precision downwards.
  static int rank(String variant) {
    return ORDER.indexOf(variant);
  }
}

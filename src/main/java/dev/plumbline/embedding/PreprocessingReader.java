package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads how a model wants its pictures, in the dialects found in bundles: Hugging Face's
/// `preprocessor_config.json`, and open_clip's `preprocess_cfg` (alone in a file or within
/// `open_clip_config.json`). Which dialect it is follows from the content.
public final class PreprocessingReader {
  private PreprocessingReader() {}

  /// Reads a configuration file.
  ///
  /// @throws PlumblineException if it is none, or asks for what is not supported
  public static ImagePreprocessing read(Path file) {
    JsonTree root = JsonTree.read(file);
    Optional<JsonTree> nested = root.find("preprocess_cfg");
    if (nested.isPresent()) {
      return openClip(nested.get(), imageSize(root));
    }
    boolean huggingFace =
        root.find("image_mean").isPresent()
            || root.find("image_processor_type").isPresent()
            || root.find("feature_extractor_type").isPresent()
            || root.find("do_resize").isPresent();
    if (huggingFace) {
      return huggingFace(root);
    }
    if (root.find("mean").isEmpty() && root.find("interpolation").isEmpty()) {
      throw root.error("holds no preprocessing (neither image_mean nor mean).");
    }
    return openClip(root, Optional.empty());
  }

  private static Optional<JsonTree> imageSize(JsonTree root) {
    return root.find("model_cfg")
        .flatMap(model -> model.find("vision_cfg"))
        .flatMap(vision -> vision.find("image_size"));
  }

  private static ImagePreprocessing openClip(JsonTree config, Optional<JsonTree> fallbackSize) {
    JsonTree size =
        config
            .find("size")
            .or(() -> fallbackSize)
            .orElseThrow(() -> config.error("\"size\" is missing."));
    int[] heightWidth = heightWidth(size);
    String filter = config.find("interpolation").map(JsonTree::text).orElse("bicubic");
    Interpolation interpolation =
        Interpolation.ofName(filter)
            .orElseThrow(
                () -> config.get("interpolation").error("\"" + filter + "\" is not supported."));
    return new ImagePreprocessing(
        resizeMode(config),
        heightWidth[1],
        heightWidth[0],
        heightWidth[1],
        heightWidth[0],
        interpolation,
        channels(config, "mean", ImagePreprocessing.CLIP_MEAN),
        divisors(config, "std", ImagePreprocessing.CLIP_STD),
        config.find("fill_color").map(PreprocessingReader::fill).orElse(0));
  }

  private static ResizeMode resizeMode(JsonTree config) {
    Optional<JsonTree> named = config.find("resize_mode");
    String mode = named.map(JsonTree::text).orElse("shortest");
    for (ResizeMode known : ResizeMode.values()) {
      if (known.label().equals(mode)) {
        return known;
      }
    }
    throw named.orElse(config).error("\"" + mode + "\" is not shortest, longest or squash.");
  }

  private static int fill(JsonTree tree) {
    int value = (tree.isArray() ? tree.items().getFirst() : tree).integer();
    if (value < 0 || value > 255) {
      throw tree.error("must lie between 0 and 255.");
    }
    return value;
  }

  private static ImagePreprocessing huggingFace(JsonTree config) {
    boolean siglip =
        config.find("image_processor_type").map(JsonTree::text).orElse("").contains("Siglip");
    boolean resize = flag(config, "do_resize", true);
    boolean crop = flag(config, "do_center_crop", !siglip && config.find("crop_size").isPresent());
    Optional<JsonTree> size = config.find("size");
    Optional<JsonTree> cropSize = config.find("crop_size").filter(_ -> crop);
    boolean squash = size.map(PreprocessingReader::isHeightWidth).orElse(siglip);
    int[] resized = size.map(PreprocessingReader::heightWidth).orElse(new int[] {224, 224});
    int[] result = cropSize.map(PreprocessingReader::heightWidth).orElse(resized);
    if (!resize) {
      throw config.error("does not resize (do_resize), so pictures would differ in size.");
    }
    if (!squash && !crop) {
      throw config.error("resizes the shorter edge but cuts nothing (do_center_crop).");
    }
    boolean normalize = flag(config, "do_normalize", true);
    List<Double> half = List.of(0.5, 0.5, 0.5);
    checkRescale(config);
    return new ImagePreprocessing(
        squash ? ResizeMode.SQUASH : ResizeMode.SHORTEST,
        resized[1],
        resized[0],
        result[1],
        result[0],
        interpolation(config),
        normalize
            ? channels(config, "image_mean", siglip ? half : ImagePreprocessing.CLIP_MEAN)
            : List.of(0.0, 0.0, 0.0),
        normalize
            ? divisors(config, "image_std", siglip ? half : ImagePreprocessing.CLIP_STD)
            : List.of(1.0, 1.0, 1.0),
        0);
  }

  private static void checkRescale(JsonTree config) {
    double factor = config.find("rescale_factor").map(JsonTree::number).orElse(1 / 255.0);
    if (!flag(config, "do_rescale", true) || Math.abs(factor - 1 / 255.0) > 1e-9) {
      throw config.error("does not rescale by 1/255, which is not supported.");
    }
  }

  private static Interpolation interpolation(JsonTree config) {
    Optional<JsonTree> resample = config.find("resample");
    return resample
        .map(JsonTree::integer)
        .map(
            code ->
                Interpolation.ofCode(code)
                    .orElseThrow(
                        () -> resample.get().error("the filter " + code + " is not supported.")))
        .orElse(Interpolation.BICUBIC);
  }

  private static boolean isHeightWidth(JsonTree size) {
    return size.isObject() && size.find("height").isPresent();
  }

  /// A size as `n`, `[height, width]`, `{height, width}` or `{shortest_edge}`.
  private static int[] heightWidth(JsonTree size) {
    if (size.isArray()) {
      List<JsonTree> items = size.items();
      if (items.size() != 2) {
        throw size.error("must hold height and width.");
      }
      return new int[] {positive(items.get(0)), positive(items.get(1))};
    }
    if (!size.isObject()) {
      return new int[] {positive(size), positive(size)};
    }
    if (isHeightWidth(size)) {
      return new int[] {positive(size.get("height")), positive(size.get("width"))};
    }
    int edge = positive(size.get("shortest_edge"));
    return new int[] {edge, edge};
  }

  private static int positive(JsonTree tree) {
    int value = tree.integer();
    if (value < 1 || value > 16_384) {
      throw tree.error("must lie between 1 and 16384.");
    }
    return value;
  }

  private static boolean flag(JsonTree config, String name, boolean fallback) {
    return config.find(name).map(JsonTree::truth).orElse(fallback);
  }

  private static List<Double> channels(JsonTree config, String name, List<Double> fallback) {
    return config
        .find(name)
        .map(
            tree -> {
              List<Double> values = tree.items().stream().map(JsonTree::number).toList();
              if (values.size() != 3) {
                throw tree.error("must hold three numbers.");
              }
              return values;
            })
        .orElse(fallback);
  }

  private static List<Double> divisors(JsonTree config, String name, List<Double> fallback) {
    List<Double> values = channels(config, name, fallback);
    if (values.contains(0.0)) {
      throw config.get(name).error("must not hold 0.");
    }
    return values;
  }
}

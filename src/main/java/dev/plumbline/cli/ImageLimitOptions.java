package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageLimits;
import picocli.CommandLine.Option;

/// The options that say how large an image may be.
final class ImageLimitOptions {
  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Refuse images of more pixels (default: 100,000,000).")
  private Long pixels;

  @Option(
      names = "--max-bytes",
      paramLabel = "BYTES",
      converter = ByteCount.class,
      description = "Refuse image files of more bytes, such as 50M (default: 200,000,000).")
  private Long bytes;

  /// The limits asked for, the defaults for what was not named.
  ///
  /// @throws PlumblineException if a value is not allowed
  ImageLimits limits() {
    ImageLimits defaults = ImageLimits.defaults();
    return new ImageLimits(
        within("--max-pixels", pixels, defaults.pixels(), ImageLimits.MOST_PIXELS),
        within("--max-bytes", bytes, defaults.bytes(), ImageLimits.MOST_BYTES));
  }

  private static long within(String option, Long asked, long usual, long most) {
    if (asked == null) {
      return usual;
    }
    if (asked < 1 || asked > most) {
      throw new PlumblineException(
          "%s must be between 1 and %,d, but is %,d.".formatted(option, most, asked));
    }
    return asked;
  }
}

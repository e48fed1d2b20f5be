package dev.plumbline.stimulus;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Decodes image files to 8-bit RGB as the models' training pipelines see them (Pillow's
/// `convert("RGB")`).
///
/// The format follows from the content: JPEG, PNG, WebP, GIF (first frame), BMP, TIFF (first page).
/// Alpha is dropped without blending, so that hidden colours show. Gray is copied to the three
/// channels; 16-bit gray v becomes round(v / 257), other 16-bit samples keep their high byte. CMYK
/// becomes RGB by (255 − C)(255 − K) / 255. Colour profiles and EXIF orientation are not applied;
/// the orientation of a TIFF is, as Pillow does. A file that ends early is an error even where most
/// of the picture could be shown.
public final class ImageDecoder {
  private final ImageLimits limits;

  /// A decoder that refuses what exceeds the limits.
  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /// Decodes a file. May be called from several threads at once.
  ///
  /// @throws PlumblineException if the file cannot be read, is no image, is damaged or too large
  public RgbImage decode(Path file) {
    byte[] content = content(file);
    ImageFormat format =
        ImageFormat.of(content)
            .orElseThrow(() -> new PlumblineException(unrecognised(file, content)));
    try {
      return switch (format) {
        case JPEG -> JpegCodec.decode(content, limits);
        case PNG -> PngCodec.decode(content, limits);
        case WEBP -> WebpCodec.decode(content, limits);
        case GIF -> GifCodec.decode(content, limits);
        case BMP -> BmpCodec.decode(content, limits);
        case TIFF -> TiffCodec.decode(content, limits);
      };
    } catch (IOException | RuntimeException e) {
      String reason = e instanceof DamagedImageException ? e.getMessage() : "its data are damaged";
      throw new PlumblineException(
          "The image %s cannot be decoded as %s: %s."
              .formatted(file, format.name().toUpperCase(Locale.ROOT), reason),
          e);
    }
  }

  private byte[] content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes((int) Math.min(limits.bytes() + 1, Integer.MAX_VALUE - 8));
      if (content.length > limits.bytes()) {
        throw new PlumblineException(
            "The image %s is larger than the limit of %,d bytes.".formatted(file, limits.bytes()));
      }
      return content;
    } catch (IOException e) {
      throw new PlumblineException(
          "The image " + file + " cannot be read: check that it exists.", e);
    }
  }

  private static String unrecognised(Path file, byte[] content) {
    return content.length == 0
        ? "The image " + file + " is empty."
        : "The file " + file + " is not a JPEG, PNG, WebP, GIF, BMP or TIFF image.";
  }
}

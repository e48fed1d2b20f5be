package dev.plumbline.stimulus;

import dev.plumbline.core.Arguments;

/// How large an image may be before it is refused unread, against files made to exhaust memory.
///
/// @param pixels most pixels (width × height) after decoding
/// @param bytes most bytes of the file
public record ImageLimits(long pixels, long bytes) {
  /// Most pixels that may be allowed: a byte array holds no more values of three channels.
  public static final long MOST_PIXELS = Integer.MAX_VALUE / 4;

  /// Most bytes of a file that may be allowed: 2 GiB less a few.
  public static final long MOST_BYTES = Integer.MAX_VALUE - 16;

  public ImageLimits {
    Arguments.check(pixels > 0 && bytes > 0, "limits must be positive");
    Arguments.check(pixels <= MOST_PIXELS, "at most 536,870,911 pixels are supported");
    Arguments.check(bytes <= MOST_BYTES, "at most 2 GiB a file are supported");
  }

  /// 100 million pixels and 200 MB, far above any photo.
  public static ImageLimits defaults() {
    return new ImageLimits(100_000_000, 200_000_000);
  }
}

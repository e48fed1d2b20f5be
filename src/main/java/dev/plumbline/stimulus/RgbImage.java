package dev.plumbline.stimulus;

import dev.plumbline.core.Arguments;

/// A decoded picture: 8 bits a channel, red, green, blue interleaved, rows from the top.
///
/// @param width pixels a row, at least 1
/// @param height rows, at least 1
/// @param rgb values of shape `[height, width, 3]`; not copied, not to be written to
public record RgbImage(int width, int height, byte[] rgb) {
  public RgbImage {
    Arguments.check(width > 0 && height > 0, "a picture needs at least one pixel");
    Arguments.check(
        (long) width * height * 3 == rgb.length, "values do not fill the stated shape exactly");
  }

  /// The value of a channel (0 red, 1 green, 2 blue), 0 to 255.
  public int value(int x, int y, int channel) {
    return rgb[(y * width + x) * 3 + channel] & 0xff;
  }

  /// This picture with its upper left corner at `[top, left]` of a gray canvas; what sticks out is
  /// cut off.
  ///
  /// @param gray 0 to 255
  public RgbImage on(int gray, int left, int top, int canvasWidth, int canvasHeight) {
    byte value = (byte) gray;
    return on(new byte[] {value, value, value}, left, top, canvasWidth, canvasHeight);
  }

  /// This picture with its upper left corner at `[top, left]` of a canvas of one colour; what
  /// sticks out is cut off.
  ///
  /// @param colour red, green, blue
  RgbImage on(byte[] colour, int left, int top, int canvasWidth, int canvasHeight) {
    byte[] canvas = new byte[Math.multiplyExact(Math.multiplyExact(canvasWidth, canvasHeight), 3)];
    for (int i = 0; i < canvas.length; i++) {
      canvas[i] = colour[i % 3];
    }
    int columns = Math.min(width, canvasWidth - left);
    for (int y = 0; y < Math.min(height, canvasHeight - top) && columns > 0; y++) {
      int to = ((top + y) * canvasWidth + left) * 3;
      System.arraycopy(rgb, y * width * 3, canvas, to, columns * 3);
    }
    return new RgbImage(canvasWidth, canvasHeight, canvas);
  }
}

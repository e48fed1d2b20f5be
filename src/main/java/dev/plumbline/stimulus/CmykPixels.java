package dev.plumbline.stimulus;

import java.awt.image.Raster;

/// CMYK without a profile, as Pillow makes RGB of it: `L − C·L / 255` with `L = 255 − K`, the
/// quotient rounded.
final class CmykPixels {
  private CmykPixels() {}

  /// One channel.
  ///
  /// @param ink C, M or Y, 0 to 255
  /// @param light 255 − K
  static byte mixed(int ink, int light) {
    int product = ink * light + 128;
    return (byte) (light - ((product >> 8) + product >> 8));
  }

  /// RGB of a raster whose first four bands are C, M, Y and K.
  ///
  /// @param bits bits a sample, 8 or 16, of which the upper 8 count
  static RgbImage rgb(Raster raster, int bits) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    int[] row = new int[width * bands];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < row.length; x += bands) {
        int light = 255 - (row[x + 3] >> bits - 8);
        for (int channel = 0; channel < 3; channel++) {
          rgb[at++] = mixed(row[x + channel] >> bits - 8, light);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }
}

package dev.plumbline.stimulus;

/// Which corner and side of a TIFF the first stored row and column are (TIFF 6.0, tag 274). Pillow
/// turns TIFF upright when it opens one, unlike JPEG.
final class TiffOrientation {

  private final int tag;

  /// @param tag 1 (as stored) to 8; others count as 1
  TiffOrientation(int tag) {
    this.tag = tag >= 1 && tag <= 8 ? tag : 1;
  }

  /// The picture as it is to be seen.
  RgbImage upright(RgbImage stored) {
    if (tag == 1) {
      return stored;
    }
    boolean turned = tag >= 5;
    int width = turned ? stored.height() : stored.width();
    int height = turned ? stored.width() : stored.height();
    byte[] rgb = new byte[stored.rgb().length];
    int to = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, to += 3) {
        int column = turned ? y : x;
        int row = turned ? x : y;
        int fromX = lastColumnFirst() ? stored.width() - 1 - column : column;
        int fromY = lastRowFirst() ? stored.height() - 1 - row : row;
        System.arraycopy(stored.rgb(), 3 * (fromY * stored.width() + fromX), rgb, to, 3);
      }
    }
    return new RgbImage(width, height, rgb);
  }

  private boolean lastColumnFirst() {
    return tag == 2 || tag == 3 || tag == 7 || tag == 8;
  }

  private boolean lastRowFirst() {
    return tag == 3 || tag == 4 || tag == 6 || tag == 7;
  }
}

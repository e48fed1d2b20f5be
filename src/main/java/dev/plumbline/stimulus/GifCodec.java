package dev.plumbline.stimulus;

import java.io.IOException;
import java.util.Arrays;

/// The first frame of a GIF on its logical screen; what the frame leaves uncovered has the colour
/// of the transparent entry, else of entry 0.
///
/// Read here and not by the JDK, whose reader loses the last pixel where an encoder trimmed the end
/// code.
final class GifCodec {
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int TRAILER = 0x3b;
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private final byte[] content;
  private final ImageLimits limits;
  private int at = 6;
  private int transparent = -1;

  private GifCodec(byte[] content, ImageLimits limits) {
    this.content = content;
    this.limits = limits;
  }

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    return new GifCodec(content, limits).firstFrame();
  }

  private RgbImage firstFrame() throws IOException {
    int screenWidth = twoBytes();
    int screenHeight = twoBytes();
    int flags = oneByte();
    at += 2;
    byte[] palette = palette(flags);
    for (int block = oneByte(); block != IMAGE; block = oneByte()) {
      if (block == EXTENSION) {
        extension();
      } else if (block == TRAILER) {
        throw new DamagedImageException("it holds no picture");
      }
    }
    return frame(screenWidth, screenHeight, palette);
  }

  private RgbImage frame(int screenWidth, int screenHeight, byte[] screenPalette)
      throws IOException {
    int left = twoBytes();
    int top = twoBytes();
    int width = twoBytes();
    int height = twoBytes();
    int flags = oneByte();
    DamagedImageException.checkSize(width, height, limits);
    int canvasWidth = Math.max(screenWidth, left + width);
    int canvasHeight = Math.max(screenHeight, top + height);
    DamagedImageException.checkSize(canvasWidth, canvasHeight, limits);
    byte[] own = palette(flags);
    byte[] palette = own.length > 0 ? own : screenPalette;
    byte[] indices = GifPixels.decode(oneByte(), blocks(), width * height);
    RgbImage frame = coloured(indices, width, height, (flags & 0x40) != 0, palette);
    if (width == canvasWidth && height == canvasHeight) {
      return frame;
    }
    int entry = 3 * Math.max(transparent, 0);
    byte[] background = Arrays.copyOfRange(palette, entry, entry + 3);
    return frame.on(background, left, top, canvasWidth, canvasHeight);
  }

  private static RgbImage coloured(
      byte[] indices, int width, int height, boolean interlaced, byte[] palette) {
    byte[] rgb = new byte[Math.multiplyExact(indices.length, 3)];
    int from = 0;
    for (int[] pass : interlaced ? PASSES : new int[][] {{0, 1}}) {
      for (int y = pass[0]; y < height; y += pass[1]) {
        int to = y * width * 3;
        for (int x = 0; x < width; x++, to += 3) {
          System.arraycopy(palette, 3 * (indices[from++] & 0xff), rgb, to, 3);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }

  /// A colour table filled up to 256 entries, or nothing where the flags announce none.
  private byte[] palette(int flags) throws DamagedImageException {
    if ((flags & 0x80) == 0) {
      return new byte[0];
    }
    int size = 3 << (flags & 7) + 1;
    if (at + size > content.length) {
      throw DamagedImageException.endsEarly();
    }
    byte[] palette = Arrays.copyOf(Arrays.copyOfRange(content, at, at + size), 3 * 256);
    at += size;
    return palette;
  }

  private void extension() throws DamagedImageException {
    int kind = oneByte();
    byte[] data = blocks();
    if (kind == GRAPHIC_CONTROL && data.length >= 4 && (data[0] & 1) != 0) {
      transparent = data[3] & 0xff;
    }
  }

  /// The joined content of sub-blocks up to the terminator.
  private byte[] blocks() throws DamagedImageException {
    byte[] joined = new byte[content.length - Math.min(at, content.length)];
    int length = 0;
    for (int size = oneByte(); size > 0; size = oneByte()) {
      if (at + size > content.length) {
        throw DamagedImageException.endsEarly();
      }
      System.arraycopy(content, at, joined, length, size);
      length += size;
      at += size;
    }
    return Arrays.copyOf(joined, length);
  }

  private int oneByte() throws DamagedImageException {
    if (at >= content.length) {
      throw DamagedImageException.endsEarly();
    }
    return content[at++] & 0xff;
  }

  private int twoBytes() throws DamagedImageException {
    return oneByte() | oneByte() << 8;
  }
}

package dev.plumbline.stimulus;

/// The variable-length-code LZW of GIF89a (appendix F of its specification): codes of up to 12
/// bits, least significant bit first, a code that empties the table and one that ends the data.
final class GifPixels {
  private static final int MOST_CODES = 4096;

  private final int[] prefix = new int[MOST_CODES];
  private final byte[] suffix = new byte[MOST_CODES];
  private final int[] length = new int[MOST_CODES];
  private final byte[] pixels;
  private int written;

  private GifPixels(int pixels) {
    this.pixels = new byte[pixels];
  }

  /// Palette indices in stored order.
  ///
  /// @throws DamagedImageException if the data hold fewer pixels or an impossible code
  static byte[] decode(int rootBits, byte[] data, int pixels) throws DamagedImageException {
    if (rootBits < 1 || rootBits > 11) {
      throw new DamagedImageException("its code size is " + rootBits);
    }
    GifPixels decoder = new GifPixels(pixels);
    decoder.run(rootBits, data);
    if (decoder.written < pixels) {
      throw DamagedImageException.endsEarly();
    }
    return decoder.pixels;
  }

  private void run(int rootBits, byte[] data) throws DamagedImageException {
    int clear = 1 << rootBits;
    for (int root = 0; root < clear; root++) {
      suffix[root] = (byte) root;
      length[root] = 1;
    }
    int bits = rootBits + 1;
    int next = clear + 2;
    int previous = -1;
    long position = 0;
    while (written < pixels.length && position + bits <= 8L * data.length) {
      int code = code(data, position, bits);
      position += bits;
      if (code == clear) {
        bits = rootBits + 1;
        next = clear + 2;
        previous = -1;
        continue;
      }
      if (code == clear + 1) {
        return;
      }
      if (code > next || code == next && previous < 0) {
        throw new DamagedImageException("its data are damaged");
      }
      if (previous >= 0 && next < MOST_CODES) {
        define(next, previous, code == next ? previous : code);
        next++;
        if (next == 1 << bits && bits < 12) {
          bits++;
        }
      }
      write(code);
      previous = code;
    }
  }

  private static int code(byte[] data, long position, int bits) {
    int at = (int) (position >> 3);
    int window = 0;
    for (int i = 0; i < 3 && at + i < data.length; i++) {
      window |= (data[at + i] & 0xff) << 8 * i;
    }
    return window >> (int) (position & 7) & (1 << bits) - 1;
  }

  /// A new entry: the string of `start` and the first pixel of the string of `end`.
  private void define(int entry, int start, int end) {
    prefix[entry] = start;
    length[entry] = length[start] + 1;
    int first = end;
    while (length[first] > 1) {
      first = prefix[first];
    }
    suffix[entry] = suffix[first];
  }

  private void write(int code) {
    int entry = code;
    for (int i = length[code] - 1; i >= 0; i--) {
      if (written + i < pixels.length) {
        pixels[written + i] = suffix[entry];
      }
      entry = prefix[entry];
    }
    written = Math.min(pixels.length, written + length[code]);
  }
}

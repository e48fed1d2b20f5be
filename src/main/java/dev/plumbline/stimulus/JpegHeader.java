package dev.plumbline.stimulus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// The marker segments of a JPEG file before its first scan.
///
/// @param width pixels a row
/// @param height rows
/// @param components 1 gray, 3 colour, 4 CMYK or YCCK
/// @param converted whether the samples are YCbCr or YCCK rather than RGB or CMYK
/// @param cleaned the file without application segments and comments, and with one marker that
///   states the colour space as libjpeg would guess it from the original
record JpegHeader(int width, int height, int components, boolean converted, byte[] cleaned) {
  private static final byte[] JFIF = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private static final byte[] ADOBE_RGB = {
    (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  static JpegHeader read(byte[] content) throws IOException {
    return new Walk(content).header();
  }

  /// One pass over the segments.
  private static final class Walk {
    private final byte[] content;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private int frame = -1;
    private boolean jfif;
    private int adobeTransform = -1;

    private Walk(byte[] content) {
      this.content = content;
    }

    private JpegHeader header() throws IOException {
      int at = 2;
      while (true) {
        at = nextMarker(at);
        int marker = at(at + 1);
        if (marker == 0xda) {
          return finish(at);
        }
        if (marker == 0xd9) {
          throw new DamagedImageException("it holds no picture");
        }
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
          at += 2;
          continue;
        }
        int length = twoBytes(at + 2);
        int next = at + 2 + length;
        if (length < 2 || next > content.length) {
          throw DamagedImageException.endsEarly();
        }
        segment(marker, at, length);
        at = next;
      }
    }

    private int nextMarker(int from) throws DamagedImageException {
      int at = from;
      while (at(at) != 0xff || at(at + 1) == 0xff || at(at + 1) == 0) {
        at++;
      }
      return at;
    }

    private void segment(int marker, int at, int length) throws DamagedImageException {
      if (marker == 0xe0 && starts(at + 4, length - 2, "JFIF")) {
        jfif = true;
      } else if (marker == 0xee && length >= 14 && starts(at + 4, length - 2, "Adobe")) {
        adobeTransform = at(at + 15);
      }
      if (isFrame(marker)) {
        frame = at;
        if (marker != 0xc0 && marker != 0xc1 && marker != 0xc2) {
          throw new DamagedImageException("lossless and arithmetic JPEG are not supported");
        }
      }
      boolean metadata = (marker >= 0xe0 && marker <= 0xef) || marker == 0xfe;
      if (!metadata) {
        kept.write(content, at, length + 2);
      }
    }

    private static boolean isFrame(int marker) {
      return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private JpegHeader finish(int scan) throws IOException {
      if (frame < 0) {
        throw new DamagedImageException("it holds no picture");
      }
      if (at(frame + 4) != 8) {
        throw new DamagedImageException("only 8-bit JPEG is supported");
      }
      int components = at(frame + 9);
      if (components != 1 && components != 3 && components != 4) {
        throw new DamagedImageException("it has " + components + " colour components");
      }
      boolean converted = converted(components);
      ByteArrayOutputStream cleaned = new ByteArrayOutputStream(content.length + 32);
      cleaned.write(content, 0, 2);
      if (components < 4) {
        cleaned.write(components == 3 && !converted ? ADOBE_RGB : JFIF);
      }
      kept.writeTo(cleaned);
      cleaned.write(content, scan, content.length - scan);
      int height = twoBytes(frame + 5);
      int width = twoBytes(frame + 7);
      return new JpegHeader(width, height, components, converted, cleaned.toByteArray());
    }

    private boolean converted(int components) throws DamagedImageException {
      if (components == 1) {
        return false;
      }
      if (components == 4) {
        return adobeTransform > 0;
      }
      if (jfif) {
        return true;
      }
      if (adobeTransform >= 0) {
        return adobeTransform != 0;
      }
      return !(at(frame + 10) == 'R' && at(frame + 13) == 'G' && at(frame + 16) == 'B');
    }

    private boolean starts(int at, int length, String wanted) throws DamagedImageException {
      boolean equal = length > wanted.length();
      for (int i = 0; equal && i < wanted.length(); i++) {
        equal = at(at + i) == wanted.charAt(i);
      }
      return equal;
    }

    private int at(int index) throws DamagedImageException {
      if (index >= content.length) {
        throw DamagedImageException.endsEarly();
      }
      return content[index] & 0xff;
    }

    private int twoBytes(int index) throws DamagedImageException {
      return at(index) << 8 | at(index + 1);
    }
  }
}

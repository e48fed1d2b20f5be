package dev.plumbline.stimulus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/// WebP, lossy and lossless, through libwebp.
///
/// The picture chunk alone is decoded, so that alpha never comes into play; of an animation it is
/// the first frame, on a black canvas.
final class WebpCodec {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;

  private WebpCodec() {}

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    long declared = Integer.toUnsignedLong(bytes.getInt(4));
    if (declared + CHUNK_HEADER > content.length) {
      throw DamagedImageException.endsEarly();
    }
    int end = (int) declared + CHUNK_HEADER;
    int frame = find(bytes, RIFF_HEADER, end, "ANMF");
    if (frame < 0) {
      return picture(bytes, RIFF_HEADER, end, limits);
    }
    int data = frame + CHUNK_HEADER;
    int frameEnd = data + bytes.getInt(frame + 4);
    RgbImage picture = picture(bytes, data + FRAME_HEADER, frameEnd, limits);
    return onCanvas(bytes, picture, 2 * threeBytes(bytes, data), 2 * threeBytes(bytes, data + 3));
  }

  private static RgbImage picture(ByteBuffer bytes, int from, int end, ImageLimits limits)
      throws IOException {
    int chunk = Math.max(find(bytes, from, end, "VP8 "), find(bytes, from, end, "VP8L"));
    if (chunk < 0) {
      throw new DamagedImageException("it holds no picture");
    }
    int size = bytes.getInt(chunk + 4);
    int padded = CHUNK_HEADER + size + (size & 1);
    byte[] alone = new byte[RIFF_HEADER + padded];
    ByteBuffer.wrap(alone)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes.array(), 0, RIFF_HEADER)
        .put(bytes.array(), chunk, CHUNK_HEADER + size)
        .putInt(4, padded + 4);
    ImageReader reader = ImageReaders.open(ImageFormat.WEBP, alone);
    try {
      DamagedImageException.checkSize(reader.getWidth(0), reader.getHeight(0), limits);
      return RasterPixels.rgb(reader.read(0));
    } finally {
      reader.dispose();
    }
  }

  private static RgbImage onCanvas(ByteBuffer bytes, RgbImage frame, int left, int top)
      throws DamagedImageException {
    int header = find(bytes, RIFF_HEADER, bytes.capacity(), "VP8X");
    if (header < 0) {
      return frame;
    }
    int width = threeBytes(bytes, header + CHUNK_HEADER + 4) + 1;
    int height = threeBytes(bytes, header + CHUNK_HEADER + 7) + 1;
    return frame.width() == width && frame.height() == height
        ? frame
        : frame.on(new byte[] {0, 0, 0}, left, top, width, height);
  }

  /// Start of the first chunk of that name, or −1; every chunk before it lies within the bounds.
  private static int find(ByteBuffer bytes, int from, int end, String name)
      throws DamagedImageException {
    int at = from;
    while (at + CHUNK_HEADER <= end) {
      long size = Integer.toUnsignedLong(bytes.getInt(at + 4));
      if (at + CHUNK_HEADER + size > end) {
        throw DamagedImageException.endsEarly();
      }
      if (named(bytes, at, name)) {
        return at;
      }
      at += CHUNK_HEADER + (int) size + (int) (size & 1);
    }
    return -1;
  }

  private static boolean named(ByteBuffer bytes, int at, String name) {
    for (int i = 0; i < 4; i++) {
      if (bytes.get(at + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int threeBytes(ByteBuffer bytes, int at) throws DamagedImageException {
    if (at + 3 > bytes.capacity()) {
      throw DamagedImageException.endsEarly();
    }
    return bytes.getShort(at) & 0xffff | (bytes.get(at + 2) & 0xff) << 16;
  }
}

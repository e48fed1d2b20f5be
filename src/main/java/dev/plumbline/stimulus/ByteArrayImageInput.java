package dev.plumbline.stimulus;

import javax.imageio.stream.ImageInputStreamImpl;

/// A file's content as ImageIO wants it, without ImageIO's copies in memory or on disk.
final class ByteArrayImageInput extends ImageInputStreamImpl {
  private final byte[] content;

  ByteArrayImageInput(byte[] content) {
    this.content = content;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < content.length ? content[(int) streamPos++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (streamPos >= content.length) {
      return length == 0 ? 0 : -1;
    }
    int n = (int) Math.min(length, content.length - streamPos);
    System.arraycopy(content, (int) streamPos, target, offset, n);
    streamPos += n;
    return n;
  }

  @Override
  public long length() {
    return content.length;
  }
}

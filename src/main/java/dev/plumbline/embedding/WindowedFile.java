package dev.plumbline.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Random reading of a file of any size through a window in memory; what is skipped is never read.
final class WindowedFile implements AutoCloseable {
  private static final int WINDOW = 1 << 14;

  private final FileChannel channel;
  private final long size;
  private final byte[] window = new byte[WINDOW];
  private long start;
  private int length;

  WindowedFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  /// Bytes of the file.
  long size() {
    return size;
  }

  /// The byte at a place below [#size()].
  byte at(long place) throws IOException {
    if (place < start || place >= start + length) {
      move(place);
    }
    return window[(int) (place - start)];
  }

  /// Bytes from a place on.
  byte[] bytes(long place, int count) throws IOException {
    byte[] bytes = new byte[count];
    if (place >= start && place + count <= start + length) {
      System.arraycopy(window, (int) (place - start), bytes, 0, count);
      return bytes;
    }
    readFully(ByteBuffer.wrap(bytes), place);
    return bytes;
  }

  private void move(long place) throws IOException {
    int count = (int) Math.min(WINDOW, size - place);
    readFully(ByteBuffer.wrap(window, 0, count), place);
    start = place;
    length = count;
  }

  private void readFully(ByteBuffer target, long place) throws IOException {
    long at = place;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new IOException("The file became shorter while it was read");
      }
      at += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

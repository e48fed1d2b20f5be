package dev.plumbline.composition;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A NumPy array of the structured type `u8,u8` (little-endian) that grows while it is written.
///
/// The header of format version 1.0 takes 128 bytes whatever the number of elements, so that it can
/// be written last.
final class UidFile implements AutoCloseable {
  private static final int HEADER = 128;
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final OutputStream out;
  private final ByteBuffer pair = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
  private long uids;

  /// Begins a file.
  UidFile(Path path) throws IOException {
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    out.write(header(0));
  }

  /// Adds a uid of 32 hexadecimal digits.
  void add(String uid) throws IOException {
    pair.putLong(0, Long.parseUnsignedLong(uid, 0, 16, 16));
    pair.putLong(8, Long.parseUnsignedLong(uid, 16, 32, 16));
    out.write(pair.array());
    uids++;
  }

  /// Completes the file.
  ///
  /// @return how many uids it has
  long complete() throws IOException {
    out.flush();
    channel.position(0);
    out.write(header(uids));
    out.flush();
    return uids;
  }

  private static byte[] header(long uids) {
    byte[] dictionary =
        "{'descr': [('f0', '<u8'), ('f1', '<u8')], 'fortran_order': False, 'shape': (%d,), }"
            .formatted(uids)
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) (HEADER - 10)).put(dictionary);
    while (header.position() < HEADER - 1) {
      header.put((byte) ' ');
    }
    header.put((byte) '\n');
    return header.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package dev.plumbline.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One file of cached vectors of one length: a header, then records of key, values and checksum,
/// all of one size and only ever appended.
///
/// Whatever a crash leaves at the end is not a whole record, or fails its checksum, and is passed
/// over; the next writer cuts off a broken end. Writers hold a lock on the file, so that several
/// programs may share it.
final class PackFile {
  /// Bytes of the header: magic, format version, number of values.
  static final int HEADER = 16;

  private static final long MAGIC = 0x504c554d42564543L;
  private static final int VERSION = 1;

  /// A file may be locked once only by one program, so its own writers take turns.
  private static final Object WRITERS = new Object();

  private final Path file;

  PackFile(Path file) {
    this.file = file;
  }

  /// Bytes of a record of `dims` values.
  static int recordBytes(int dims) {
    return StimulusKey.BYTES + dims * Float.BYTES + Integer.BYTES;
  }

  /// Reads the file as it is now.
  Content read() throws IOException {
    return new Content(ByteBuffer.wrap(Files.readAllBytes(file)));
  }

  /// What a pack held when it was read. Vectors are checked when they are asked for.
  static final class Content {
    private final ByteBuffer bytes;
    private final int dims;
    private final Map<StimulusKey, Integer> places;

    private Content(ByteBuffer bytes) {
      this.bytes = bytes;
      this.dims = dims(bytes);
      int size = recordBytes(dims);
      int records = dims == 0 ? 0 : bytes.remaining() / size;
      this.places = HashMap.newHashMap(records);
      for (int i = 0; i < records; i++) {
        bytes.position(HEADER + i * size);
        places.put(StimulusKey.read(bytes), HEADER + i * size);
      }
    }

    /// The vector of a key, if it is there and sound.
    Optional<float[]> get(StimulusKey key) {
      Integer place = places.get(key);
      if (place == null) {
        return Optional.empty();
      }
      int checked = recordBytes(dims) - Integer.BYTES;
      if (bytes.getInt(place + checked) != checksum(bytes.slice(place, checked))) {
        return Optional.empty();
      }
      float[] vector = new float[dims];
      bytes.slice(place + StimulusKey.BYTES, dims * Float.BYTES).asFloatBuffer().get(vector);
      return Optional.of(vector);
    }
  }

  private static int dims(ByteBuffer bytes) {
    if (bytes.remaining() < HEADER || bytes.getLong() != MAGIC || bytes.getInt() != VERSION) {
      return 0;
    }
    int dims = bytes.getInt();
    return dims > 0 && dims < 1 << 20 ? dims : 0;
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }

  /// Appends vectors of one length, making the file if it is not there.
  ///
  /// @return size of the file afterwards
  long append(List<StimulusKey> keys, List<float[]> vectors) throws IOException {
    synchronized (WRITERS) {
      return appendLocked(keys, vectors);
    }
  }

  private long appendLocked(List<StimulusKey> keys, List<float[]> vectors) throws IOException {
    int dims = vectors.getFirst().length;
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      long end = soundEnd(channel, dims);
      ByteBuffer bytes = records(keys, vectors, dims, end == 0);
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
      return end;
    }
  }

  /// Where the last whole record ends; what follows is cut off. A file that is no pack of vectors
  /// of this length is emptied.
  private static long soundEnd(FileChannel channel, int dims) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    channel.read(header, 0);
    if (dims(header.flip()) != dims) {
      channel.truncate(0);
      return 0;
    }
    long records = (channel.size() - HEADER) / recordBytes(dims);
    long end = HEADER + records * recordBytes(dims);
    channel.truncate(end);
    return end;
  }

  private static ByteBuffer records(
      List<StimulusKey> keys, List<float[]> vectors, int dims, boolean header) {
    int size = recordBytes(dims);
    ByteBuffer bytes =
        ByteBuffer.allocate((header ? HEADER : 0) + Math.multiplyExact(keys.size(), size))
            .order(ByteOrder.BIG_ENDIAN);
    if (header) {
      bytes.putLong(MAGIC).putInt(VERSION).putInt(dims);
    }
    for (int i = 0; i < keys.size(); i++) {
      int start = bytes.position();
      keys.get(i).write(bytes);
      bytes.asFloatBuffer().put(vectors.get(i));
      bytes.position(start + size - Integer.BYTES);
      bytes.putInt(checksum(bytes.slice(start, size - Integer.BYTES)));
    }
    return bytes.flip();
  }

  /// Marks the file as just used.
  void touch() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
  }
}

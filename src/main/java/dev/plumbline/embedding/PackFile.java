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

  /// Looks up what the file holds now.
  ///
  /// @return to be closed
  Content open() throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new Content(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Where the vector of each key stood when the file was opened. Vectors are read, and checked,
  /// when they are asked for, so that a large cache takes little memory.
  static final class Content implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 20;

    private final FileChannel channel;
    private final int dims;
    private final Map<StimulusKey, Long> places = new HashMap<>();

    private Content(FileChannel channel) throws IOException {
      this.channel = channel;
      this.dims = PackFile.dims(read(channel, 0, HEADER));
      if (dims > 0) {
        index();
      }
    }

    private void index() throws IOException {
      int size = recordBytes(dims);
      int most = Math.max(1, CHUNK_BYTES / size) * size;
      long at = HEADER;
      ByteBuffer chunk = read(channel, at, most);
      while (chunk.remaining() >= size) {
        int records = chunk.remaining() / size;
        for (int i = 0; i < records; i++) {
          chunk.position(i * size);
          places.put(StimulusKey.read(chunk), at + (long) i * size);
        }
        at += (long) records * size;
        chunk = read(channel, at, most);
      }
    }

    /// The vector of a key, if it is there and sound.
    Optional<float[]> get(StimulusKey key) throws IOException {
      Long place = places.get(key);
      if (place == null) {
        return Optional.empty();
      }
      int size = recordBytes(dims);
      ByteBuffer record = read(channel, place, size);
      int checked = size - Integer.BYTES;
      boolean sound =
          record.remaining() == size
              && record.getInt(checked) == checksum(record.slice(0, checked))
              && StimulusKey.read(record.slice(0, StimulusKey.BYTES)).equals(key);
      if (!sound) {
        return Optional.empty();
      }
      float[] vector = new float[dims];
      record.slice(StimulusKey.BYTES, dims * Float.BYTES).asFloatBuffer().get(vector);
      return Optional.of(vector);
    }

    /// So many bytes from `at` on, fewer where the file ends.
    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(count);
      int read = 0;
      while (read >= 0 && bytes.hasRemaining()) {
        read = channel.read(bytes, at + bytes.position());
      }
      return bytes.flip();
    }

    @Override
    public void close() throws IOException {
      channel.close();
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

  /// How many whole records it holds; none if it cannot be read.
  long vectors() {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      channel.read(header, 0);
      int dims = dims(header.flip());
      return dims == 0 ? 0 : (channel.size() - HEADER) / recordBytes(dims);
    } catch (IOException _) {
      return 0;
    }
  }

  /// Marks the file as just used.
  void touch() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
  }
}

package dev.plumbline.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Walks over the fields of one message in the protocol buffers wire format, without a schema and
/// without copying what is skipped.
///
/// Use: `while (reader.next()) switch (reader.field()) …`; a field that is neither read nor skipped
/// is skipped by the following `next`.
final class ProtoReader {
  /// The bytes are not what the format allows.
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final WindowedFile data;
  private final long end;
  private long at;
  private int field;
  private int wireType;
  private boolean pending;

  ProtoReader(WindowedFile data) {
    this(data, 0, data.size());
  }

  private ProtoReader(WindowedFile data, long at, long end) {
    this.data = data;
    this.at = at;
    this.end = end;
  }

  /// Goes to the next field.
  ///
  /// @return false at the end of the message
  boolean next() throws IOException, MalformedException {
    if (pending) {
      skip();
    }
    if (at == end) {
      return false;
    }
    long tag = rawVarint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    if (tag >>> 32 != 0 || field == 0 || wireType == 3 || wireType == 4 || wireType > FIXED32) {
      throw new MalformedException("an impossible field tag");
    }
    pending = true;
    return true;
  }

  /// Number of the field found.
  int field() {
    return field;
  }

  /// The field as an integer.
  long integer() throws IOException, MalformedException {
    require(VARINT);
    return rawVarint();
  }

  /// Whether the field holds bytes, a text, a message or packed numbers.
  boolean lengthDelimited() {
    return wireType == LENGTH_DELIMITED;
  }

  /// The field as a message.
  ProtoReader message() throws IOException, MalformedException {
    require(LENGTH_DELIMITED);
    long length = length();
    ProtoReader message = new ProtoReader(data, at, at + length);
    at += length;
    return message;
  }

  /// The field as text.
  String text() throws IOException, MalformedException {
    return new String(bytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
  }

  /// The field's bytes, of which there are at most `most`.
  byte[] bytes(int most) throws IOException, MalformedException {
    require(LENGTH_DELIMITED);
    long length = length();
    if (length > most) {
      throw new MalformedException("an overlong field");
    }
    byte[] bytes = data.bytes(at, (int) length);
    at += length;
    return bytes;
  }

  /// The field as a 32-bit float.
  float number() throws IOException, MalformedException {
    require(FIXED32);
    byte[] bytes = data.bytes(advance(Float.BYTES), Float.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat();
  }

  /// Bytes of content in the field, which is not consumed.
  long size() throws IOException, MalformedException {
    long before = at;
    long length = length();
    at = before;
    return length;
  }

  /// Integers still to come in a packed field.
  boolean more() {
    return at < end;
  }

  /// The next integer of a packed field.
  long packed() throws IOException, MalformedException {
    return rawVarint();
  }

  private void skip() throws IOException, MalformedException {
    pending = false;
    switch (wireType) {
      case VARINT -> rawVarint();
      case FIXED64 -> advance(Long.BYTES);
      case FIXED32 -> advance(Integer.BYTES);
      default -> advance(length());
    }
  }

  private void require(int wanted) throws MalformedException {
    if (wireType != wanted) {
      throw new MalformedException("a field of another type than expected");
    }
    pending = false;
  }

  private long length() throws IOException, MalformedException {
    long length = rawVarint();
    if (length < 0 || length > end - at) {
      throw new MalformedException("it ends too early");
    }
    return length;
  }

  private long advance(long bytes) throws MalformedException {
    if (bytes > end - at) {
      throw new MalformedException("it ends too early");
    }
    long start = at;
    at += bytes;
    return start;
  }

  private long rawVarint() throws IOException, MalformedException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = data.at(advance(1));
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("an overlong number");
  }
}

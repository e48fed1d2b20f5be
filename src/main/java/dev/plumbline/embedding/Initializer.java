package dev.plumbline.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What is known of a stored tensor without reading its values: name, type, shape, where it lies.
///
/// @param name its name
/// @param type its element type
/// @param dims its shape
/// @param scalar its value, if it is a single float32 or float16
/// @param location file that holds its values, empty text if the graph itself does
/// @param end bytes that file must have, as far as the graph says
record Initializer(
    String name,
    ElementType type,
    List<Long> dims,
    OptionalDouble scalar,
    String location,
    long end) {
  /// Number of elements.
  long elements() {
    long product = 1;
    for (long dim : dims) {
      product = Math.multiplyExact(product, dim);
    }
    return product;
  }

  /// Reads a `TensorProto`.
  static Initializer read(ProtoReader proto) throws IOException, ProtoReader.MalformedException {
    String name = "";
    Map<String, String> external = new HashMap<>();
    ElementType type = ElementType.OTHER;
    List<Long> dims = new ArrayList<>();
    OptionalDouble scalar = OptionalDouble.empty();
    while (proto.next()) {
      switch (proto.field()) {
        case 1 -> addDims(proto, dims);
        case 2 -> type = ElementType.ofCode(proto.integer());
        case 4 -> scalar = floatData(proto, scalar);
        case 8 -> name = proto.text();
        case 9 -> scalar = rawData(proto, scalar);
        case 13 -> entry(proto.message(), external);
        default -> {}
      }
    }
    boolean single = type.isFloat() && dims.stream().allMatch(dim -> dim == 1);
    return new Initializer(
        name,
        type,
        dims,
        single ? scalar : OptionalDouble.empty(),
        external.getOrDefault("location", ""),
        number(external, "offset") + number(external, "length"));
  }

  private static void addDims(ProtoReader proto, List<Long> dims)
      throws IOException, ProtoReader.MalformedException {
    if (!proto.lengthDelimited()) {
      dims.add(proto.integer());
      return;
    }
    ProtoReader packed = proto.message();
    while (packed.more()) {
      dims.add(packed.packed());
    }
  }

  private static OptionalDouble floatData(ProtoReader proto, OptionalDouble before)
      throws IOException, ProtoReader.MalformedException {
    if (!proto.lengthDelimited()) {
      return OptionalDouble.of(proto.number());
    }
    return rawData(proto, before);
  }

  private static OptionalDouble rawData(ProtoReader proto, OptionalDouble before)
      throws IOException, ProtoReader.MalformedException {
    long size = proto.size();
    if (size != Float.BYTES && size != Short.BYTES) {
      return before;
    }
    ByteBuffer bytes = ByteBuffer.wrap(proto.bytes((int) size)).order(ByteOrder.LITTLE_ENDIAN);
    return OptionalDouble.of(
        size == Float.BYTES ? bytes.getFloat() : Float.float16ToFloat(bytes.getShort()));
  }

  private static void entry(ProtoReader entry, Map<String, String> external)
      throws IOException, ProtoReader.MalformedException {
    String key = "";
    String value = "";
    while (entry.next()) {
      if (entry.field() == 1) {
        key = entry.text();
      } else if (entry.field() == 2) {
        value = entry.text();
      }
    }
    external.put(key, value);
  }

  private static long number(Map<String, String> external, String key) {
    String digits = external.getOrDefault(key, "");
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
  }
}

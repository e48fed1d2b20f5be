package dev.plumbline.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes small ONNX graphs, byte by byte as `onnx.proto3` numbers their fields, so that tests can
/// write what no exporter would.
final class TestGraph {
  private final Message graph = new Message().text(2, "graph");
  private long opset = 13;

  /// A protocol buffers message under construction.
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Message integer(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    private Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private Message message(int field, Message value) {
      return bytes(field, value.bytes.toByteArray());
    }

    private Message bytes(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      bytes.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long left = value;
      while ((left & ~0x7fL) != 0) {
        bytes.write((int) (left & 0x7f | 0x80));
        left >>>= 7;
      }
      bytes.write((int) left);
    }
  }

  /// Version of the standard operators, 13 unless said.
  TestGraph opset(long version) {
    opset = version;
    return this;
  }

  /// An input; an axis is a number or a name.
  TestGraph input(String name, int type, Object... axes) {
    graph.message(11, value(name, type, axes));
    return this;
  }

  /// An output; an axis is a number or a name.
  TestGraph output(String name, int type, Object... axes) {
    graph.message(12, value(name, type, axes));
    return this;
  }

  private static Message value(String name, int type, Object... axes) {
    Message shape = new Message();
    for (Object axis : axes) {
      shape.message(
          1,
          axis instanceof String symbol
              ? new Message().text(2, symbol)
              : new Message().integer(1, ((Number) axis).longValue()));
    }
    Message tensor = new Message().integer(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /// A stored float32 tensor, its values repeated as often as need be.
  TestGraph floats(String name, List<Integer> dims, float... values) {
    int count = dims.stream().reduce(1, Math::multiplyExact);
    ByteBuffer raw = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      raw.putFloat(values[i % values.length]);
    }
    graph.message(5, tensor(name, 1, dims).bytes(9, raw.array()));
    return this;
  }

  /// A stored int64 vector.
  TestGraph longs(String name, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    graph.message(5, tensor(name, 7, List.of(values.length)).bytes(9, raw.array()));
    return this;
  }

  /// A float32 tensor whose values lie in another file.
  TestGraph external(String name, List<Long> dims, String location, long offset, long length) {
    Message tensor = tensor(name, 1, dims);
    Map.of("location", location, "offset", "" + offset, "length", "" + length)
        .forEach((key, value) -> tensor.message(13, new Message().text(1, key).text(2, value)));
    graph.message(5, tensor.integer(14, 1));
    return this;
  }

  private static Message tensor(String name, int type, List<? extends Number> dims) {
    Message tensor = new Message();
    dims.forEach(dim -> tensor.integer(1, dim.longValue()));
    return tensor.integer(2, type).text(8, name);
  }

  /// A node with integer attributes.
  TestGraph node(String operator, List<String> from, String to, Map<String, Integer> attributes) {
    Message node = new Message();
    from.forEach(name -> node.text(1, name));
    node.text(2, to).text(4, operator);
    attributes.forEach(
        (name, value) ->
            node.message(5, new Message().text(1, name).integer(3, value).integer(20, 2)));
    graph.message(1, node);
    return this;
  }

  /// A node without attributes.
  TestGraph node(String operator, List<String> from, String to) {
    return node(operator, from, to, Map.of());
  }

  /// Writes the model.
  Path write(Path file) {
    Message model =
        new Message()
            .integer(1, 8)
            .message(8, new Message().text(1, "").integer(2, opset))
            .message(7, graph);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, model.bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An image tower `[n, 3, size, size] → [n, dims]`: the flat picture times a matrix.
  static TestGraph image(String input, String output, int size, int dims) {
    return new TestGraph()
        .input(input, 1, "n", 3, size, size)
        .floats("visual.weight", List.of(3 * size * size, dims), 0.1f, -0.2f, 0.3f, 0.05f, -0.4f)
        .node("Flatten", List.of(input), "flat", Map.of("axis", 1))
        .node("MatMul", List.of("flat", "visual.weight"), output)
        .output(output, 1, "n", dims);
  }

  /// A text tower `[n, tokens] → [n, dims]`: the sum of a table's rows.
  ///
  /// @param type ONNX number of the ids' type
  static TestGraph text(String input, String output, int type, int tokens, int rows, int dims) {
    return new TestGraph()
        .input(input, type, "n", tokens)
        .floats("table", List.of(rows, dims), 0.1f, -0.2f, 0.3f, 0.05f, -0.4f, 0.7f, 0.2f)
        .longs("middle", 1)
        .node("Gather", List.of("table", input), "rows")
        .node("ReduceSum", List.of("rows", "middle"), output, Map.of("keepdims", 0))
        .output(output, 1, "n", dims);
  }
}

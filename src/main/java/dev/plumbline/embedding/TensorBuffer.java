package dev.plumbline.embedding;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/// A reusable direct buffer for one input of a graph, in the element type that the graph wants.
final class TensorBuffer {
  private final ElementType type;
  private final ByteBuffer bytes;

  TensorBuffer(ElementType type, int values) {
    this.type = type;
    this.bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(values, width(type)))
            .order(ByteOrder.nativeOrder());
  }

  private static int width(ElementType type) {
    return switch (type) {
      case BOOL -> 1;
      case FLOAT16 -> Short.BYTES;
      case INT64 -> Long.BYTES;
      default -> Integer.BYTES;
    };
  }

  /// Writes whole numbers from `at` on.
  void put(int at, long[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      long value = values[from + i];
      int index = at + i;
      switch (type) {
        case INT64 -> bytes.putLong(index * Long.BYTES, value);
        case INT32 -> bytes.putInt(index * Integer.BYTES, (int) value);
        case BOOL -> bytes.put(index, (byte) value);
        default -> put(index, value);
      }
    }
  }

  /// Writes floats from `at` on; parts that do not overlap may be written at the same time.
  void put(int at, float[] values) {
    for (int i = 0; i < values.length; i++) {
      put(at + i, values[i]);
    }
  }

  private void put(int at, float value) {
    if (type == ElementType.FLOAT16) {
      bytes.putShort(at * Short.BYTES, Float.floatToFloat16(value));
    } else {
      bytes.putFloat(at * Float.BYTES, value);
    }
  }

  /// The place of `count` values from `at` on, to be written to; empty unless they are float32.
  Optional<FloatBuffer> floats(int at, int count) {
    return type == ElementType.FLOAT32
        ? Optional.of(
            bytes
                .slice(at * Float.BYTES, count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer())
        : Optional.empty();
  }

  /// A tensor over values of this buffer from `at` on, which it shares; the caller closes it.
  OnnxTensor tensor(OrtEnvironment environment, int at, long[] shape) throws OrtException {
    int values = 1;
    for (long axis : shape) {
      values = Math.multiplyExact(values, Math.toIntExact(axis));
    }
    ByteBuffer part =
        bytes
            .slice(Math.multiplyExact(at, width(type)), values * width(type))
            .order(ByteOrder.nativeOrder());
    return switch (type) {
      case INT64 -> OnnxTensor.createTensor(environment, part.asLongBuffer(), shape);
      case INT32 -> OnnxTensor.createTensor(environment, part.asIntBuffer(), shape);
      case BOOL -> OnnxTensor.createTensor(environment, part, shape, OnnxJavaType.BOOL);
      case FLOAT16 ->
          OnnxTensor.createTensor(environment, part.asShortBuffer(), shape, OnnxJavaType.FLOAT16);
      default -> OnnxTensor.createTensor(environment, part.asFloatBuffer(), shape);
    };
  }
}

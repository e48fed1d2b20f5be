package dev.plumbline.embedding;

import java.util.Locale;

/// Element types of ONNX tensors, with the numbers of `TensorProto.DataType`.
public enum ElementType {
  FLOAT32(1, true),
  UINT8(2, true),
  INT8(3, true),
  INT32(6, false),
  INT64(7, false),
  BOOL(9, false),
  FLOAT16(10, true),
  FLOAT64(11, true),
  BFLOAT16(16, true),
  UINT4(21, true),
  INT4(22, true),
  /// Any other.
  OTHER(0, false);

  private final int code;
  private final boolean weights;

  ElementType(int code, boolean weights) {
    this.code = code;
    this.weights = weights;
  }

  static ElementType ofCode(long code) {
    for (ElementType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return OTHER;
  }

  /// Whether trained weights come in this type (shapes and indices do not count as parameters).
  boolean holdsWeights() {
    return weights;
  }

  /// Whether pixels or embeddings may come in this type.
  boolean isFloat() {
    return this == FLOAT32 || this == FLOAT16;
  }

  /// Whether token ids may come in this type.
  boolean isInteger() {
    return this == INT32 || this == INT64;
  }

  /// Name in lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

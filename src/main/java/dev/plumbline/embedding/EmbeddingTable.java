package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import java.util.List;
import java.util.Optional;

/// Embeddings read from a file, in the precision of the file.
///
/// @param values finite numbers of shape `[rows, dims]`; not to be written to
/// @param names name of each row, where the file has them
public record EmbeddingTable(double[][] values, Optional<List<String>> names) {
  public EmbeddingTable {
    Arguments.check(values.length > 0 && values[0].length > 0, "a table needs a value");
    names = names.map(List::copyOf);
    Arguments.check(
        names.isEmpty() || names.get().size() == values.length, "names must match the rows");
  }

  /// Number of rows.
  public int rows() {
    return values.length;
  }

  /// Number of columns.
  public int dims() {
    return values[0].length;
  }

  /// The values rounded to float32.
  public FloatMatrix toFloats() {
    float[] floats = new float[Math.multiplyExact(rows(), dims())];
    int at = 0;
    for (double[] row : values) {
      for (double value : row) {
        floats[at++] = (float) value;
      }
    }
    return FloatMatrix.wrap(rows(), dims(), floats);
  }
}

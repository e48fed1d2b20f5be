package dev.plumbline.embedding;

import com.google.gson.JsonParseException;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Precomputed vectors of one modality and their ids; read when they are first asked for.
public final class VectorList {
  private final Path vectors;
  private final Optional<Path> ids;
  private VectorTable table;
  private Map<String, Integer> places;
  private boolean digests;

  /// @param vectors file of the vectors
  /// @param ids file of their ids, empty if the vectors bring them along
  VectorList(Path vectors, Optional<Path> ids) {
    this.vectors = vectors;
    this.ids = ids;
  }

  /// File of the vectors.
  Path file() {
    return vectors;
  }

  List<Path> files() {
    return ids.map(file -> List.of(vectors, file)).orElse(List.of(vectors));
  }

  /// Number of vectors.
  ///
  /// @throws PlumblineException if the files cannot be read or do not fit together
  int size() {
    load();
    return table.rows();
  }

  /// Number of values of a vector; throws as [#size()] does.
  int dims() {
    load();
    return table.dims();
  }

  /// All ids; throws as [#size()] does.
  Set<String> ids() {
    load();
    return places.keySet();
  }

  /// Place of an id; throws as [#size()] does.
  OptionalInt place(String id) {
    load();
    Integer place = places.get(key(id));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /// Whether any id has the shape of a SHA-256; throws as [#size()] does.
  boolean hasDigests() {
    load();
    return digests;
  }

  /// The vector at a place, scaled to length 1.
  ///
  /// @throws PlumblineException if a value is not finite, or all are zero
  float[] unit(int place) {
    double[] row = new double[table.dims()];
    table.read(place, row);
    double squares = 0;
    for (int j = 0; j < row.length; j++) {
      if (!Double.isFinite(row[j])) {
        throw new ModelException(
            Complaint.of("vectors-not-finite", vectors, place + 1, j + 1, Double.toString(row[j])));
      }
      squares += row[j] * row[j];
    }
    if (squares == 0) {
      throw new ModelException(Complaint.of("vectors-zero", vectors, place + 1));
    }
    double length = Math.sqrt(squares);
    float[] unit = new float[row.length];
    for (int j = 0; j < row.length; j++) {
      unit[j] = (float) (row[j] / length);
    }
    return unit;
  }

  private synchronized void load() {
    if (places != null) {
      return;
    }
    Optional<List<String>> own;
    if (isNpy()) {
      table = mapped();
      own = Optional.empty();
    } else {
      EmbeddingTable read = EmbeddingFiles.read(vectors);
      table = new InMemory(read.values());
      own = read.names();
    }
    List<String> names =
        ids.map(VectorList::readIds)
            .or(() -> own)
            .orElseThrow(
                () ->
                    new ModelException(
                        Complaint.of("vectors-unnamed", vectors, PrecomputedVectors.FILE)));
    if (names.size() != table.rows()) {
      throw new ModelException(
          Complaint.of("vectors-ids", vectors, table.rows(), ids.orElse(vectors), names.size()));
    }
    Map<String, Integer> found = HashMap.newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      Integer before = found.putIfAbsent(key(names.get(i)), i);
      if (before != null) {
        throw new ModelException(
            Complaint.of("vectors-twice", ids.orElse(vectors), names.get(i), before + 1, i + 1));
      }
    }
    digests = found.keySet().stream().anyMatch(VectorList::isDigest);
    places = found;
  }

  static boolean isDigest(String id) {
    return id.length() == 64 && id.matches("[0-9a-fA-F]{64}");
  }

  /// Paths are compared with slashes, digests in lower case.
  private static String key(String id) {
    return isDigest(id) ? id.toLowerCase(Locale.ROOT) : id.replace('\\', '/');
  }

  private boolean isNpy() {
    try (InputStream in = Files.newInputStream(vectors)) {
      return NpyFormat.isMagic(in.readNBytes(6));
    } catch (IOException e) {
      throw new PlumblineException(
          "The vectors " + vectors + " cannot be read: check that the file exists.", e);
    }
  }

  private VectorTable mapped() {
    try {
      return NpyArray.open(vectors);
    } catch (IOException e) {
      throw new PlumblineException(
          "The vectors " + vectors + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static List<String> readIds(Path file) {
    try {
      if (file.toString().endsWith(".json")) {
        return new ArrayList<>(JsonTree.read(file).texts());
      }
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty()) {
        lines.set(0, lines.getFirst().replace("\uFEFF", ""));
      }
      return lines;
    } catch (CharacterCodingException e) {
      throw new PlumblineException(file + " is not UTF-8 text.", e);
    } catch (IOException | JsonParseException e) {
      throw new PlumblineException("The ids " + file + " cannot be read.", e);
    }
  }

  private record InMemory(double[][] values) implements VectorTable {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public int dims() {
      return values[0].length;
    }

    @Override
    public void read(int row, double[] target) {
      System.arraycopy(values[row], 0, target, 0, target.length);
    }
  }
}

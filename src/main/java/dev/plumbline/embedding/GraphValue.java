package dev.plumbline.embedding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// An input or output of an ONNX graph.
///
/// @param name its name
/// @param type its element type
/// @param shape its axes, empty if the graph does not state them
public record GraphValue(String name, ElementType type, Optional<List<Axis>> shape) {
  public GraphValue {
    shape = shape.map(List::copyOf);
  }

  /// One axis.
  ///
  /// @param length its length, empty if dynamic
  /// @param symbol name of a dynamic length
  public record Axis(OptionalLong length, Optional<String> symbol) {
    @Override
    public String toString() {
      return length.isPresent() ? Long.toString(length.getAsLong()) : symbol.orElse("?");
    }
  }

  /// Number of axes, if stated.
  public OptionalInt rank() {
    return shape.isPresent() ? OptionalInt.of(shape.get().size()) : OptionalInt.empty();
  }

  /// Whether the number of axes is `wanted` or not stated.
  boolean mayHaveRank(int wanted) {
    return rank().orElse(wanted) == wanted;
  }

  /// Length of an axis, if fixed; negative indices count from the end.
  public OptionalLong length(int axis) {
    return axis(axis).map(Axis::length).orElse(OptionalLong.empty());
  }

  /// Name of an axis' dynamic length, if it has one.
  public Optional<String> symbol(int axis) {
    return axis(axis).flatMap(Axis::symbol);
  }

  private Optional<Axis> axis(int axis) {
    int index = axis < 0 && shape.isPresent() ? shape.get().size() + axis : axis;
    return shape.filter(axes -> index >= 0 && index < axes.size()).map(axes -> axes.get(index));
  }

  /// Reads a `ValueInfoProto`.
  static GraphValue read(ProtoReader proto) throws IOException, ProtoReader.MalformedException {
    String name = "";
    ElementType type = ElementType.OTHER;
    Optional<List<Axis>> shape = Optional.empty();
    while (proto.next()) {
      if (proto.field() == 1) {
        name = proto.text();
      } else if (proto.field() == 2) {
        ProtoReader kind = proto.message();
        while (kind.next()) {
          if (kind.field() == 1) {
            ProtoReader tensor = kind.message();
            while (tensor.next()) {
              if (tensor.field() == 1) {
                type = ElementType.ofCode(tensor.integer());
              } else if (tensor.field() == 2) {
                shape = Optional.of(axes(tensor.message()));
              }
            }
          }
        }
      }
    }
    return new GraphValue(name, type, shape);
  }

  private static List<Axis> axes(ProtoReader shape)
      throws IOException, ProtoReader.MalformedException {
    List<Axis> axes = new ArrayList<>();
    while (shape.next()) {
      if (shape.field() == 1) {
        axes.add(axis(shape.message()));
      }
    }
    return axes;
  }

  private static Axis axis(ProtoReader dimension)
      throws IOException, ProtoReader.MalformedException {
    OptionalLong length = OptionalLong.empty();
    Optional<String> symbol = Optional.empty();
    while (dimension.next()) {
      if (dimension.field() == 1) {
        long value = dimension.integer();
        length = value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
      } else if (dimension.field() == 2) {
        symbol = Optional.of(dimension.text()).filter(text -> !text.isBlank());
      }
    }
    return new Axis(length, symbol);
  }

  @Override
  public String toString() {
    String axes = shape.map(List::toString).orElse("[any shape]");
    return name + " " + type.label() + axes;
  }
}

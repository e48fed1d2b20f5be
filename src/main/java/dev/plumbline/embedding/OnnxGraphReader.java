package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.ProtoReader.MalformedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads the outside of an ONNX file of any size by walking over its protocol buffers; weights are
/// skipped, not read. Field numbers are those of `onnx.proto3`.
final class OnnxGraphReader {
  private static final String LFS_POINTER = "version https://git-lfs";

  private final Path file;
  private final List<GraphValue> inputs = new ArrayList<>();
  private final List<GraphValue> outputs = new ArrayList<>();
  private final Set<String> operators = new HashSet<>();
  private final ActivationFinder activations = new ActivationFinder();
  private final TokenTableFinder tables = new TokenTableFinder();
  private final Set<String> stored = new HashSet<>();
  private final Map<String, List<Long>> positions = new HashMap<>();
  private final Map<String, Long> externalFiles = new LinkedHashMap<>();
  private long weights;
  private long constants;
  private long opset;

  private OnnxGraphReader(Path file) {
    this.file = file;
  }

  /// Reads a file.
  ///
  /// @throws PlumblineException if it is no ONNX graph, or ends too early, or refers to files
  ///   outside its folder
  static OnnxGraph read(Path file) {
    try (WindowedFile content = new WindowedFile(file)) {
      if (content.size() == 0) {
        throw new PlumblineException("The model " + file + " is empty: copy or export it again.");
      }
      OnnxGraphReader reader = new OnnxGraphReader(file);
      reader.model(new ProtoReader(content));
      return reader.finish();
    } catch (MalformedException | ArithmeticException e) {
      throw new PlumblineException(notOnnx(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new PlumblineException(
          "The model " + file + " cannot be read: check that it exists.", e);
    }
  }

  private static String notOnnx(Path file, String reason) {
    try {
      byte[] start = new byte[LFS_POINTER.length()];
      try (var in = Files.newInputStream(file)) {
        in.readNBytes(start, 0, start.length);
      }
      if (new String(start, StandardCharsets.US_ASCII).equals(LFS_POINTER)) {
        return "The file " + file + " is a Git LFS pointer, not the model: run \"git lfs pull\".";
      }
    } catch (IOException _) {
      return "The file " + file + " cannot be read.";
    }
    return "The file "
        + file
        + " is not an ONNX model or is damaged ("
        + reason
        + "): copy or export it again.";
  }

  private void model(ProtoReader model) throws IOException, MalformedException {
    boolean graph = false;
    while (model.next()) {
      if (model.field() == 7) {
        graph(model.message());
        graph = true;
      } else if (model.field() == 8) {
        opset(model.message());
      } else if (model.field() == 25) {
        function(model.message());
      }
    }
    if (!graph || outputs.isEmpty()) {
      throw new MalformedException("it holds no graph");
    }
  }

  private void opset(ProtoReader proto) throws IOException, MalformedException {
    String domain = "";
    long version = 0;
    while (proto.next()) {
      if (proto.field() == 1) {
        domain = proto.text();
      } else if (proto.field() == 2) {
        version = proto.integer();
      }
    }
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      opset = version;
    }
  }

  private void function(ProtoReader function) throws IOException, MalformedException {
    while (function.next()) {
      if (function.field() == 7) {
        node(function.message());
      }
    }
  }

  private void graph(ProtoReader graph) throws IOException, MalformedException {
    while (graph.next()) {
      switch (graph.field()) {
        case 1 -> node(graph.message());
        case 5 -> {
          Initializer stored = Initializer.read(graph.message());
          weights = Math.addExact(weights, weightsIn(stored));
          tensor(stored);
        }
        case 11 -> inputs.add(GraphValue.read(graph.message()));
        case 12 -> outputs.add(GraphValue.read(graph.message()));
        default -> {}
      }
    }
  }

  private void node(ProtoReader node) throws IOException, MalformedException {
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    String operator = "";
    OptionalDouble constant = OptionalDouble.empty();
    while (node.next()) {
      switch (node.field()) {
        case 1 -> from.add(node.text());
        case 2 -> to.add(node.text());
        case 4 -> operator = node.text();
        case 5 -> {
          OptionalDouble number = attribute(node.message());
          constant = number.isPresent() ? number : constant;
        }
        default -> {}
      }
    }
    operators.add(operator);
    boolean holds = operator.equals("Constant");
    activations.node(operator, from, to, holds ? constant : OptionalDouble.empty());
    tables.node(operator, from, to);
  }

  /// Constants may hold weights too.
  ///
  /// @return the single number that the attribute holds
  private OptionalDouble attribute(ProtoReader attribute) throws IOException, MalformedException {
    OptionalDouble number = OptionalDouble.empty();
    while (attribute.next()) {
      if (attribute.field() == 5) {
        Initializer constant = Initializer.read(attribute.message());
        constants = Math.addExact(constants, weightsIn(constant));
        tensor(constant);
        number = constant.scalar();
      } else if (attribute.field() == 2) {
        number = OptionalDouble.of(attribute.number());
      }
    }
    return number;
  }

  private static long weightsIn(Initializer tensor) {
    return tensor.type().holdsWeights() ? tensor.elements() : 0;
  }

  private void tensor(Initializer tensor) {
    stored.add(tensor.name());
    tables.stored(tensor.name(), tensor.dims());
    tensor.scalar().ifPresent(value -> activations.stored(tensor.name(), value));
    if (tensor.name().contains("position") && tensor.dims().size() >= 2) {
      positions.put(tensor.name(), tensor.dims());
    }
    if (!tensor.location().isEmpty()) {
      externalFiles.merge(tensor.location(), tensor.end(), Math::max);
    }
  }

  private OnnxGraph finish() throws IOException {
    List<GraphValue> fed = inputs.stream().filter(input -> !stored.contains(input.name())).toList();
    checkExternalFiles();
    return new OnnxGraph(
        file,
        opset,
        fed,
        outputs,
        parameters(),
        operators,
        activations.activation(),
        positions,
        tables.rows(fed.stream().map(GraphValue::name).toList()),
        List.copyOf(externalFiles.keySet()));
  }

  /// Stored tensors; constants among the nodes are masks and factors, unless they outweigh these.
  private long parameters() {
    return constants > weights ? weights + constants : weights;
  }

  private void checkExternalFiles() throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    for (String name : externalFiles.keySet()) {
      Path external = resolve(folder, name);
      if (!external.startsWith(folder)) {
        throw new PlumblineException(
            "The model "
                + file
                + " refers to a file outside its folder ("
                + name
                + "), which is not opened: export it with its weights beside it.");
      }
      if (!Files.isRegularFile(external)) {
        throw new PlumblineException(
            "The model %s keeps weights in %s, which is missing: copy it next to the graph."
                .formatted(file, name));
      }
      if (Files.size(external) < externalFiles.get(name)) {
        throw new PlumblineException(
            "The model %s keeps weights in %s, which is shorter than they are: copy it again."
                .formatted(file, name));
      }
    }
  }

  private Path resolve(Path folder, String name) {
    try {
      return folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new PlumblineException(
          "The model " + file + " refers to a file by an impossible name.", e);
    }
  }
}

package dev.plumbline.embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The outside of an ONNX graph: what goes in, what comes out, how many parameters it holds.
///
/// @param file the graph
/// @param opset version of the standard operators
/// @param inputs inputs that are not stored tensors, in the graph's order
/// @param outputs outputs, in the graph's order
/// @param parameters elements of all stored tensors that can hold weights
/// @param operators operator types that occur
/// @param activation `quick_gelu` or `gelu`, where the operators tell
/// @param positions shapes of stored tensors that are named after positions, by name
/// @param tokenTables rows of the stored table that an input's ids are looked up in, by input
/// @param externalFiles other files that hold values, relative to the graph's folder
public record OnnxGraph(
    Path file,
    long opset,
    List<GraphValue> inputs,
    List<GraphValue> outputs,
    long parameters,
    Set<String> operators,
    Optional<String> activation,
    Map<String, List<Long>> positions,
    Map<String, Long> tokenTables,
    List<String> externalFiles) {
  public OnnxGraph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    operators = Set.copyOf(operators);
    positions = Map.copyOf(positions);
    tokenTables = Map.copyOf(tokenTables);
    externalFiles = List.copyOf(externalFiles);
  }

  /// The output of that name, if there is one.
  Optional<GraphValue> output(String name) {
    return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
  }
}

package dev.plumbline.embedding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the stored tables that a graph looks its token ids up in: the first operand of a `Gather`
/// whose indices come, directly or through steps that keep values, from an input.
final class TokenTableFinder {
  private static final Set<String> LOOKUPS = Set.of("Gather", "GatherBlockQuantized");
  private static final Set<String> KEEPING =
      Set.of(
          "Cast",
          "Identity",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "QuantizeLinear",
          "DequantizeLinear");
  private static final int LONGEST_DETOUR = 8;

  private record Lookup(String table, String ids) {}

  private final Map<String, Long> firstAxes = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final List<Lookup> lookups = new ArrayList<>();

  /// Notes a stored tensor.
  void stored(String name, List<Long> dims) {
    if (dims.size() == 2) {
      firstAxes.put(name, dims.getFirst());
    }
  }

  /// Notes a node.
  void node(String operator, List<String> inputs, List<String> outputs) {
    if (LOOKUPS.contains(operator) && inputs.size() >= 2) {
      lookups.add(new Lookup(inputs.get(0), inputs.get(1)));
    } else if (KEEPING.contains(operator) && !inputs.isEmpty() && !outputs.isEmpty()) {
      sources.put(outputs.getFirst(), inputs.getFirst());
    }
  }

  /// Rows of the table of each of these inputs, as far as there is one.
  Map<String, Long> rows(List<String> inputs) {
    Map<String, Long> rows = new HashMap<>();
    for (Lookup lookup : lookups) {
      String input = origin(lookup.ids());
      Long table = firstAxes.get(origin(lookup.table()));
      if (table != null && inputs.contains(input)) {
        rows.merge(input, table, Math::max);
      }
    }
    return rows;
  }

  private String origin(String value) {
    String at = value;
    for (int i = 0; i < LONGEST_DETOUR && sources.containsKey(at); i++) {
      at = sources.get(at);
    }
    return at;
  }
}

package dev.plumbline.embedding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Recognises the activation of a graph's feed-forward layers from its nodes.
///
/// QuickGELU is `x · sigmoid(1.702 · x)`: a `Sigmoid` whose input comes, directly or through casts
/// and quantisation steps, from a `Mul` by 1.702; or the fused operator. Plain GELU is `Erf`, an
/// operator named so, or its tanh form: a `Tanh` in a graph that holds the constant 0.044715.
final class ActivationFinder {
  /// QuickGELU.
  static final String QUICK = "quick_gelu";

  /// GELU, exact or by tanh.
  static final String PLAIN = "gelu";

  private static final double SLOPE = 1.702;
  private static final double CUBIC = 0.044715;
  private static final double RELATIVE_ROUNDING = 4e-3;
  private static final int LONGEST_DETOUR = 4;
  private static final Set<String> PASSING = Set.of("Cast", "QuantizeLinear", "DequantizeLinear");

  private record Node(String operator, List<String> inputs) {}

  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, Double> scalars = new HashMap<>();
  private final Set<String> operators = new HashSet<>();

  /// Notes a stored single number.
  void stored(String name, double value) {
    scalars.put(name, value);
  }

  /// Notes a node.
  ///
  /// @param constant the single number it holds, if it is a constant
  void node(String operator, List<String> inputs, List<String> outputs, OptionalDouble constant) {
    operators.add(operator);
    Node node = new Node(operator, List.copyOf(inputs));
    outputs.forEach(output -> producers.put(output, node));
    if (constant.isPresent() && !outputs.isEmpty()) {
      scalars.put(outputs.getFirst(), constant.getAsDouble());
    }
  }

  /// `quick_gelu`, `gelu`, both joined by "and", or empty where the nodes do not tell.
  Optional<String> activation() {
    boolean quick = operators.contains("QuickGelu") || hasSlopedSigmoid();
    boolean plain =
        operators.contains("Erf")
            || operators.contains("Tanh") && scalars.values().stream().anyMatch(v -> is(v, CUBIC))
            || operators.stream().anyMatch(o -> o.endsWith("Gelu") && !o.equals("QuickGelu"));
    if (quick && plain) {
      return Optional.of(QUICK + " and " + PLAIN);
    }
    return quick ? Optional.of(QUICK) : plain ? Optional.of(PLAIN) : Optional.empty();
  }

  private boolean hasSlopedSigmoid() {
    return producers.values().stream()
        .filter(node -> node.operator().equals("Sigmoid") && !node.inputs().isEmpty())
        .anyMatch(node -> isSloped(node.inputs().getFirst()));
  }

  private boolean isSloped(String value) {
    return origin(value)
        .filter(node -> node.operator().equals("Mul"))
        .map(node -> node.inputs().stream().anyMatch(this::isSlope))
        .orElse(false);
  }

  private boolean isSlope(String value) {
    Node producer = producers.get(value);
    boolean cast = producer != null && PASSING.contains(producer.operator());
    String source = cast ? producer.inputs().getFirst() : value;
    return is(scalars.getOrDefault(source, 0.0), SLOPE);
  }

  /// The node that a value comes from, but for steps that only change its type.
  private Optional<Node> origin(String value) {
    Node node = producers.get(value);
    for (int i = 0; i < LONGEST_DETOUR && node != null && PASSING.contains(node.operator()); i++) {
      node = node.inputs().isEmpty() ? null : producers.get(node.inputs().getFirst());
    }
    return Optional.ofNullable(node);
  }

  private static boolean is(double value, double wanted) {
    return Math.abs(value - wanted) <= RELATIVE_ROUNDING * wanted;
  }
}

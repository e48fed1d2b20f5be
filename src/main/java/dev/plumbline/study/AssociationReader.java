package dev.plumbline.study;

import dev.plumbline.association.Alternative;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.IntervalMethod;
import dev.plumbline.association.PMethod;
import dev.plumbline.core.JsonTree;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads how associations are measured: the member `seed` of a request and its member
/// `association`.
///
/// `{"ddof"?: 0 or 1, "alternative"?: "greater" or "two-sided", "permutations"?: number,
/// "bootstraps"?: number, "level"?: share, "p"?: "permutation" or "normal", "interval"?:
/// "percentile" or "bca"}`; what is missing is as in [AssociationSettings#defaults()].
final class AssociationReader {
  private static final Set<String> KNOWN =
      Set.of("ddof", "alternative", "permutations", "bootstraps", "level", "p", "interval");

  private AssociationReader() {}

  /// The settings of a request.
  ///
  /// @throws dev.plumbline.core.PlumblineException if a value is not allowed
  static AssociationSettings read(JsonTree request) {
    AssociationSettings seeded =
        request
            .find("seed")
            .map(seed -> AssociationSettings.defaults().withSeed((long) seed.number()))
            .orElse(AssociationSettings.defaults());
    return request.find("association").map(tree -> read(tree, seeded)).orElse(seeded);
  }

  private static AssociationSettings read(JsonTree tree, AssociationSettings base) {
    for (String name : tree.names()) {
      if (!KNOWN.contains(name)) {
        throw tree.get(name).error("\"" + name + "\" is not a setting of associations.");
      }
    }
    try {
      return new AssociationSettings(
          tree.find("ddof").map(it -> (int) whole(it)).orElse(base.ddof()),
          tree.find("alternative")
              .map(it -> choice(it, Alternative.values(), Alternative::label))
              .orElse(base.alternative()),
          tree.find("permutations").map(AssociationReader::whole).orElse(base.permutations()),
          tree.find("bootstraps").map(it -> (int) whole(it)).orElse(base.bootstraps()),
          tree.find("level").map(JsonTree::number).orElse(base.level()),
          base.seed(),
          tree.find("p")
              .map(it -> choice(it, PMethod.values(), PMethod::label))
              .orElse(base.method()),
          tree.find("interval")
              .map(it -> choice(it, IntervalMethod.values(), IntervalMethod::label))
              .orElse(base.intervalMethod()));
    } catch (IllegalArgumentException e) {
      throw tree.error(e.getMessage() + ".");
    }
  }

  private static long whole(JsonTree tree) {
    double number = tree.number();
    if (number != Math.rint(number) || Math.abs(number) > 1e15) {
      throw tree.error("must be a whole number.");
    }
    return (long) number;
  }

  private static <T> T choice(JsonTree tree, T[] values, Function<T, String> label) {
    return Arrays.stream(values)
        .filter(value -> label.apply(value).equals(tree.text()))
        .findFirst()
        .orElseThrow(
            () ->
                tree.error(
                    "must be "
                        + Arrays.stream(values).map(label).collect(Collectors.joining(" or "))
                        + "."));
  }
}

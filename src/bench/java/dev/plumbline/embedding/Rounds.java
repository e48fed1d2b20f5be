package dev.plumbline.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One piece of work measured in several rounds, by turns with others, so that what disturbs the
/// machine for a while disturbs them all. Medians count.
final class Rounds {
  private final String name;
  private final Measured.Work work;
  private final List<Measured> rounds = new ArrayList<>();

  Rounds(String name, Measured.Work work) {
    this.name = name;
    this.work = work;
  }

  /// Measures each so many times, by turns.
  static void byTurns(int rounds, List<Rounds> works) throws Exception {
    for (int i = 0; i < rounds; i++) {
      for (Rounds one : works) {
        one.rounds.add(Measured.of(one.work));
      }
    }
  }

  double perSecond() {
    return median(Measured::perSecond);
  }

  double cpuPerItem() {
    return median(Measured::cpuPerItem);
  }

  double seconds() {
    return median(Measured::seconds);
  }

  private double median(ToDoubleFunction<Measured> figure) {
    List<Double> sorted =
        rounds.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// Name, medians, and the slowest and the fastest round.
  @Override
  public String toString() {
    return "%-46s %8.2f/s (%.2f to %.2f), %6.1f ms of CPU each"
        .formatted(
            name,
            perSecond(),
            rounds.stream().mapToDouble(Measured::perSecond).min().orElseThrow(),
            rounds.stream().mapToDouble(Measured::perSecond).max().orElseThrow(),
            1e3 * cpuPerItem());
  }
}

package dev.plumbline.embedding;

/// Prints what was measured, and ratios beside what is wanted of them.
final class Ratios {
  private Ratios() {}

  static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }

  static void ratio(String name, double value, double wanted) {
    say("  %-46s %8.3f  (wanted %.2f: %s)", name, value, wanted, value >= wanted ? "yes" : "no");
  }
}

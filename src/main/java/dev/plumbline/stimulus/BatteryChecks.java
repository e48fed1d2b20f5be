package dev.plumbline.stimulus;

import dev.plumbline.core.Order;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks a battery through for what makes its numbers meaningless or weak.
///
/// Errors: a set of nothing, a template without a place for the word, a folder outside the stimulus
/// folder; X and Y, or A and B, are the same set, show the same folder or share a text (compared
/// without regard to case); a rule that its norms cannot answer. Warnings: targets of unequal size,
/// so few that no p below .05 exists, a text that stands twice, a target that is also an attribute,
/// a set that no test uses.
public final class BatteryChecks {
  /// What is said about a folder elsewhere.
  static final String OUTSIDE = "must be a folder below the image folder, without \"..\".";

  private static final double SMALL_P = 0.05;

  private final Battery battery;
  private final List<BatteryFinding> findings = new ArrayList<>();

  private BatteryChecks(Battery battery) {
    this.battery = battery;
  }

  /// Everything found, sets first, in the battery's order.
  public static List<BatteryFinding> of(Battery battery) {
    BatteryChecks checks = new BatteryChecks(battery);
    battery.sets().values().forEach(checks::set);
    for (int i = 0; i < battery.tests().size(); i++) {
      checks.test("$.tests[" + i + "]", battery.tests().get(i));
    }
    return List.copyOf(checks.findings);
  }

  private void set(StimulusSet set) {
    String path = "$.sets." + set.name();
    if (!set.hasTexts() && !set.hasImages()) {
      error(path, "needs texts or images.");
    }
    templates(path, set.templates());
    for (int i = 0; i < set.more().size(); i++) {
      templates(path + ".more[" + i + "]", set.more().get(i).templates());
      if (set.more().get(i).texts().isEmpty()) {
        error(path + ".more[" + i + "].texts", "is empty: a group needs at least one text.");
      }
    }
    if (!set.templates().isEmpty() && !set.hasTexts()) {
      error(path + ".templates", "has no words: add texts.");
    }
    set.images()
        .filter(folder -> !isBelow(folder))
        .ifPresent(_ -> error(path + ".images", OUTSIDE));
    set.textRule().ifPresent(rule -> rule(path + ".texts", rule, false));
    set.imageRule().ifPresent(rule -> rule(path + ".images", rule, true));
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < set.texts().size(); i++) {
      if (!seen.add(key(set.texts().get(i)))) {
        warn(
            path + ".texts[" + i + "]",
            quoted(set.texts().get(i)) + " stands twice and counts double.");
      }
    }
    boolean used =
        battery.tests().stream()
            .anyMatch(test -> List.of(test.x(), test.y(), test.a(), test.b()).contains(set.name()));
    if (!used) {
      warn(path, "no test uses this set.");
    }
  }

  private void templates(String path, List<String> templates) {
    for (int i = 0; i < templates.size(); i++) {
      if (!Template.hasPlace(templates.get(i))) {
        error(path + ".templates[" + i + "]", "must hold {} where the word goes.");
      }
    }
  }

  /// Whether a folder's name leads below the image folder.
  static boolean isBelow(String folder) {
    try {
      Path path = Path.of(folder).normalize();
      return !path.isAbsolute() && !path.startsWith("..") && !folder.startsWith("/");
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private void rule(String path, Selection rule, boolean images) {
    NormsSource norms = rule.norms();
    if (norms.ratesImages() != images) {
      error(
          path + ".norms",
          "\"%s\" rates %s, not %s."
              .formatted(
                  norms.label(),
                  norms.ratesImages() ? "images" : "words",
                  images ? "images" : "words"));
    }
    if (!norms.dimensions().contains(rule.by())) {
      error(
          path + ".by", "\"%s\" has no ratings of %s.".formatted(norms.label(), rule.by().label()));
    }
    int most = norms.rows().getLast() / 2;
    if (rule.n() > most) {
      error(
          path + ".n",
          "asks for %,d at each end, but \"%s\" has no more than %,d entries."
              .formatted(rule.n(), norms.label(), norms.rows().getLast()));
    }
  }

  private void test(String path, AssociationTest test) {
    String x = path + (test.flipped() ? ".y" : ".x");
    String y = path + (test.flipped() ? ".x" : ".y");
    StimulusSet setX = battery.sets().get(test.x());
    StimulusSet setY = battery.sets().get(test.y());
    StimulusSet setA = battery.sets().get(test.a());
    StimulusSet setB = battery.sets().get(test.b());
    pair(test.flipped() ? x : y, "X and Y", setX, setY);
    pair(path + ".b", "A and B", setA, setB);
    if (test.orders().stream().anyMatch(order -> !order.imageTargets())) {
      sizes(test.flipped() ? x : y, setX, setY);
      mixed(path, test, List.of(setX, setY), List.of(setA, setB));
    }
    if (test.orders().isEmpty()) {
      error(path + ".orders", "needs at least one order.");
    }
    orders(path, test);
  }

  private void pair(String path, String names, StimulusSet one, StimulusSet other) {
    if (one.name().equals(other.name())) {
      error(path, names + " are the same set " + quoted(one.name()) + ".");
      return;
    }
    shared(one.sentences(), other.sentences())
        .ifPresent(
            text ->
                error(
                    path,
                    "%s overlap: %s stands in %s and in %s."
                        .formatted(names, quoted(text), quoted(one.name()), quoted(other.name()))));
    if (one.images().isPresent()
        && one.images().map(BatteryChecks::key).equals(other.images().map(BatteryChecks::key))) {
      error(
          path,
          "%s show the same images: the folder %s.".formatted(names, quoted(one.images().get())));
    }
    if (one.textRule().isPresent() && one.textRule().equals(other.textRule())
        || one.imageRule().isPresent() && one.imageRule().equals(other.imageRule())) {
      error(path, names + " take the same stimuli by the same rule.");
    }
  }

  private void sizes(String path, StimulusSet x, StimulusSet y) {
    if (x.textRule().isPresent() || y.textRule().isPresent()) {
      return;
    }
    int first = x.sentences().size();
    int second = y.sentences().size();
    if (first == 0 || second == 0) {
      return;
    }
    if (first != second) {
      warn(
          path,
          "targets of unequal size: %s has %d texts, %s has %d; d and p allow for it, published ones may not."
              .formatted(quoted(x.name()), first, quoted(y.name()), second));
    }
    double smallest = 1 / combinations(first + second, first);
    if (smallest > SMALL_P) {
      warn(
          path,
          String.format(
              Locale.ROOT,
              "too few stimuli: with %d and %d targets no p below %.3f exists.",
              first,
              second,
              smallest));
    }
  }

  private void mixed(
      String path, AssociationTest test, List<StimulusSet> targets, List<StimulusSet> attributes) {
    if (test.orders().stream().noneMatch(it -> !it.imageTargets() && !it.imageAttributes())) {
      return;
    }
    for (StimulusSet target : targets) {
      for (StimulusSet attribute : attributes) {
        shared(target.sentences(), attribute.sentences())
            .ifPresent(
                text ->
                    warn(
                        path,
                        "%s is a target in %s and an attribute in %s."
                            .formatted(
                                quoted(text), quoted(target.name()), quoted(attribute.name()))));
      }
    }
  }

  private void orders(String path, AssociationTest test) {
    for (Order order : test.orders()) {
      for (String name : List.of(test.x(), test.y())) {
        kind(path, battery.sets().get(name), order.imageTargets(), order);
      }
      for (String name : List.of(test.a(), test.b())) {
        kind(path, battery.sets().get(name), order.imageAttributes(), order);
      }
    }
  }

  private void kind(String path, StimulusSet set, boolean image, Order order) {
    if (image ? !set.hasImages() : !set.hasTexts()) {
      error(
          path + ".orders",
          "the order \"%s\" needs %s, but the set %s has none."
              .formatted(order.label(), image ? "images" : "texts", quoted(set.name())));
    }
  }

  private static Optional<String> shared(Collection<String> one, Collection<String> other) {
    Set<String> keys = other.stream().map(BatteryChecks::key).collect(Collectors.toSet());
    return one.stream().filter(text -> keys.contains(key(text))).findFirst();
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static double combinations(int n, int k) {
    double value = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      value = value * (n - i + 1) / i;
    }
    return value;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private void error(String path, String sentence) {
    findings.add(BatteryFinding.error(path, sentence));
  }

  private void warn(String path, String sentence) {
    findings.add(BatteryFinding.warning(path, sentence));
  }
}

package dev.plumbline.stimulus;

import dev.plumbline.core.Order;
import dev.plumbline.stimulus.BatteryFinding.Kind;
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
      add(Kind.EMPTY_SET.at(path));
    }
    templates(path, set.templates());
    for (int i = 0; i < set.more().size(); i++) {
      templates(path + ".more[" + i + "]", set.more().get(i).templates());
      if (set.more().get(i).texts().isEmpty()) {
        add(Kind.EMPTY_GROUP.at(path + ".more[" + i + "].texts"));
      }
    }
    if (!set.templates().isEmpty() && !set.hasTexts()) {
      add(Kind.NO_WORDS.at(path + ".templates"));
    }
    set.images()
        .filter(folder -> !isBelow(folder))
        .ifPresent(_ -> add(Kind.OUTSIDE.at(path + ".images")));
    set.textRule().ifPresent(rule -> rule(path + ".texts", rule, false));
    set.imageRule().ifPresent(rule -> rule(path + ".images", rule, true));
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < set.texts().size(); i++) {
      if (!seen.add(key(set.texts().get(i)))) {
        add(Kind.TWICE.at(path + ".texts[" + i + "]", set.texts().get(i)));
      }
    }
    boolean used = battery.tests().stream().anyMatch(test -> test.sets().contains(set.name()));
    if (!used) {
      add(Kind.UNUSED.at(path));
    }
  }

  private void templates(String path, List<String> templates) {
    for (int i = 0; i < templates.size(); i++) {
      if (!Template.hasPlace(templates.get(i))) {
        add(Kind.NO_PLACE.at(path + ".templates[" + i + "]"));
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
      Kind kind = norms.ratesImages() ? Kind.RATES_IMAGES : Kind.RATES_WORDS;
      add(kind.at(path + ".norms", norms.label()));
    }
    if (!norms.dimensions().contains(rule.by())) {
      add(Kind.NO_RATINGS.at(path + ".by", norms.label(), rule.by().label()));
    }
    int most = norms.rows().getLast();
    if (rule.n() > most / 2) {
      add(Kind.TOO_MANY.at(path + ".n", rule.n(), norms.label(), most));
    }
  }

  private void test(String path, AssociationTest test) {
    String x = path + (test.flipped() ? ".y" : ".x");
    String y = path + (test.flipped() ? ".x" : ".y");
    StimulusSet setX = battery.sets().get(test.x());
    StimulusSet setY = battery.sets().get(test.y());
    StimulusSet setA = battery.sets().get(test.a());
    StimulusSet setB = battery.sets().get(test.b());
    pair(test.flipped() ? x : y, "X", "Y", setX, setY);
    pair(path + ".b", "A", "B", setA, setB);
    if (test.orders().stream().anyMatch(order -> !order.imageTargets())) {
      sizes(test.flipped() ? x : y, setX, setY);
      mixed(path, test, List.of(setX, setY), List.of(setA, setB));
    }
    if (test.orders().isEmpty()) {
      add(Kind.NO_ORDER.at(path + ".orders"));
    }
    orders(path, test);
  }

  private void pair(String path, String first, String second, StimulusSet one, StimulusSet other) {
    if (one.name().equals(other.name())) {
      add(Kind.SAME_SET.at(path, first, second, one.name()));
      return;
    }
    shared(one.sentences(), other.sentences())
        .ifPresent(
            text -> add(Kind.OVERLAP.at(path, first, second, text, one.name(), other.name())));
    if (one.images().isPresent()
        && one.images().map(BatteryChecks::key).equals(other.images().map(BatteryChecks::key))) {
      add(Kind.SAME_IMAGES.at(path, first, second, one.images().get()));
    }
    if (one.textRule().isPresent() && one.textRule().equals(other.textRule())
        || one.imageRule().isPresent() && one.imageRule().equals(other.imageRule())) {
      add(Kind.SAME_RULE.at(path, first, second));
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
      add(Kind.UNEQUAL.at(path, x.name(), first, y.name(), second));
    }
    double smallest = 1 / combinations(first + second, first);
    if (smallest > SMALL_P) {
      add(Kind.TOO_FEW.at(path, first, second, smallest));
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
                    add(Kind.TARGET_AND_ATTRIBUTE.at(path, text, target.name(), attribute.name())));
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
      Kind kind = image ? Kind.NEEDS_IMAGES : Kind.NEEDS_TEXTS;
      add(kind.at(path + ".orders", order.label(), set.name()));
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

  private void add(BatteryFinding finding) {
    findings.add(finding);
  }
}

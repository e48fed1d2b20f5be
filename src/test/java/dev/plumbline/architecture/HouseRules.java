package dev.plumbline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of the house for any root package, so that they can be shown to fail on a planted
/// breach.
final class HouseRules {
  /// Each package and the packages of ours that it may import.
  private static final Map<String, Set<String>> MAY_IMPORT = mayImport();

  /// Third-party packages and where alone they may be used.
  private static final Map<String, Set<String>> CONFINED =
      Map.ofEntries(
          Map.entry("org.apache.spark", Set.of("manifest")),
          Map.entry("org.sparkproject", Set.of("manifest")),
          Map.entry("org.duckdb", Set.of("manifest", "stimulus", "embedding", "study")),
          Map.entry("java.sql", Set.of("manifest", "stimulus", "embedding", "study")),
          Map.entry(
              "tech.tablesaw",
              Set.of("stimulus", "embedding", "composition", "performance", "relation", "report")),
          Map.entry("ai.onnxruntime", Set.of("embedding")),
          Map.entry("ai.djl", Set.of("embedding")),
          Map.entry("javax.imageio", Set.of("stimulus", "report", "ui")),
          Map.entry("org.hipparchus", Set.of("association", "composition", "relation", "policy")),
          Map.entry("opennlp", Set.of("composition")),
          Map.entry("org.jfree", Set.of("report", "ui")),
          Map.entry("org.apache.poi", Set.of("report")),
          Map.entry("picocli", Set.of("cli", "app")),
          Map.entry("javafx", Set.of("ui", "app")),
          Map.entry("org.controlsfx", Set.of("ui")),
          Map.entry("atlantafx", Set.of("ui")),
          Map.entry("org.kordamp", Set.of("ui")),
          Map.entry("org.jfree.chart.fx", Set.of("ui")));

  private HouseRules() {}

  private static Map<String, Set<String>> mayImport() {
    Map<String, Set<String>> may = new LinkedHashMap<>();
    may.put("core", Set.of());
    may.put("manifest", Set.of("core"));
    may.put("composition", Set.of("core", "manifest"));
    may.put("stimulus", Set.of("core"));
    may.put("embedding", Set.of("core", "stimulus"));
    may.put("association", Set.of("core", "stimulus", "embedding"));
    may.put("performance", Set.of("core", "stimulus", "embedding"));
    may.put("relation", Set.of("core", "composition", "stimulus", "association", "performance"));
    List<String> before = new ArrayList<>(may.keySet());
    for (String name : List.of("policy", "study", "report")) {
      may.put(name, Set.copyOf(before));
      before.add(name);
    }
    may.put("cli", Set.copyOf(before));
    may.put("ui", Set.copyOf(before));
    before.addAll(List.of("cli", "ui"));
    may.put("app", Set.copyOf(before));
    return may;
  }

  /// The names of all packages, in their order.
  static Set<String> packages() {
    return MAY_IMPORT.keySet();
  }

  /// One rule a package: it imports only packages named for it.
  static List<ArchRule> order(String root) {
    List<ArchRule> rules = new ArrayList<>();
    for (Map.Entry<String, Set<String>> entry : MAY_IMPORT.entrySet()) {
      String[] forbidden =
          MAY_IMPORT.keySet().stream()
              .filter(name -> !name.equals(entry.getKey()) && !entry.getValue().contains(name))
              .map(name -> root + "." + name + "..")
              .toArray(String[]::new);
      if (forbidden.length > 0) {
        rules.add(
            noClasses()
                .that()
                .resideInAPackage(root + "." + entry.getKey() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("the flow runs one way and " + entry.getKey() + " stands before these")
                .allowEmptyShould(true));
      }
    }
    return rules;
  }

  /// One rule a library: it is used only where it belongs.
  static List<ArchRule> confinement(String root) {
    List<ArchRule> rules = new ArrayList<>();
    for (Map.Entry<String, Set<String>> entry : CONFINED.entrySet()) {
      String[] allowed =
          entry.getValue().stream().map(name -> root + "." + name + "..").toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideOutsideOfPackages(allowed)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(entry.getKey() + "..")
              .because(entry.getKey() + " belongs to " + entry.getValue() + " alone")
              .allowEmptyShould(true));
    }
    return rules;
  }

  /// Packages one level below the root form no cycle.
  static ArchRule noCycles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle ties two packages into one");
  }

  /// Every class stands in one of the packages of the plan.
  static ArchRule onlyPlannedPackages(String root) {
    String[] planned =
        MAY_IMPORT.keySet().stream().map(name -> root + "." + name + "..").toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(planned)
        .because("the plan names fourteen packages");
  }
}

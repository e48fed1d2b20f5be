package dev.plumbline.report;

import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Names of tests and categories in the reader's language; what has no name is shown by its id.
///
/// @param tests name by id of the test
/// @param categories name by category
public record Names(Map<String, String> tests, Map<String, String> categories) {
  public Names {
    tests = Map.copyOf(tests);
    categories = Map.copyOf(categories);
  }

  /// Ids only.
  public static Names none() {
    return new Names(Map.of(), Map.of());
  }

  /// The names a battery gives; a category of a single test is called by that test's name.
  public static Names of(Battery battery, Locale locale) {
    Map<String, String> tests = new HashMap<>();
    battery.tests().forEach(test -> tests.put(test.id().value(), test.label().in(locale)));
    Map<String, List<AssociationTest>> byCategory =
        battery.tests().stream().collect(Collectors.groupingBy(AssociationTest::category));
    Map<String, String> categories = new HashMap<>();
    byCategory.forEach(
        (category, members) -> {
          if (members.size() == 1) {
            categories.put(category, members.getFirst().label().in(locale));
          }
        });
    return new Names(tests, categories);
  }

  /// Name of a test.
  public String test(String id) {
    return tests.getOrDefault(id, id);
  }

  /// Name of a category.
  public String category(String category) {
    return categories.getOrDefault(category, category);
  }
}

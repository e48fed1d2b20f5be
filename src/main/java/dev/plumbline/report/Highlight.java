package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import java.awt.Color;
import java.util.Optional;
import java.util.Set;

/// What the reader has chosen. A mark is lit if it fits every choice that concerns it; an empty set
/// is no choice. Marks that are not lit keep their hue at 35 % opacity.
///
/// @param datasets chosen pretraining datasets
/// @param models chosen models
/// @param tests ids of chosen tests
/// @param categories chosen categories
public record Highlight(
    Set<String> datasets, Set<ModelId> models, Set<String> tests, Set<String> categories) {
  /// Opacity of what is not chosen.
  public static final double UNSELECTED = 0.35;

  public Highlight {
    datasets = Set.copyOf(datasets);
    models = Set.copyOf(models);
    tests = Set.copyOf(tests);
    categories = Set.copyOf(categories);
  }

  /// Nothing chosen: everything is lit.
  public static Highlight none() {
    return new Highlight(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /// Whether nothing is chosen.
  public boolean empty() {
    return datasets.isEmpty() && models.isEmpty() && tests.isEmpty() && categories.isEmpty();
  }

  /// Whether a mark fits every choice that concerns it.
  public boolean lights(Subject subject) {
    return switch (subject) {
      case Subject.Dataset it -> fits(datasets, it.dataset());
      case Subject.Mention it -> fits(datasets, it.dataset());
      case Subject.Caption it -> fits(datasets, it.dataset()) && fits(tests, it.test().value());
      case Subject.Model it -> fits(datasets, it.dataset()) && fits(models, it.model());
      case Subject.Effect it ->
          fits(datasets, it.dataset())
              && fits(models, it.model())
              && fits(tests, it.test())
              && fits(categories, it.category());
      case Subject.Relation it -> fits(categories, it.category());
      case Subject.Skew it -> fits(datasets, it.dataset()) && fits(models, it.model());
      case Subject.Distance _ -> true;
      case Subject.Query _ -> true;
      case Subject.Performance it -> fits(datasets, it.trainedOn()) && fits(models, it.model());
    };
  }

  /// The colour itself for a lit mark, else the same at 35 % opacity.
  public Color shade(Color color, Subject subject) {
    return lights(subject) ? color : faded(color);
  }

  /// The colour at 35 % of its opacity.
  public static Color faded(Color color) {
    return new Color(
        color.getRed(),
        color.getGreen(),
        color.getBlue(),
        (int) Math.round(color.getAlpha() * UNSELECTED));
  }

  private static <T> boolean fits(Set<T> chosen, T value) {
    return chosen.isEmpty() || chosen.contains(value);
  }

  private static <T> boolean fits(Set<T> chosen, Optional<T> value) {
    return chosen.isEmpty() || value.filter(chosen::contains).isPresent();
  }
}

package dev.plumbline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Published effect sizes to compare one's own models with: means and standard deviations of d over
/// 131 models in five categories and four orders, for two kinds of attribute stimuli, retyped from
/// arXiv 2502.07957.
///
/// Signs are those of the publication: positive where the target group that the original tests
/// expect goes with pleasant. A test that names its targets the other way round has the opposite
/// sign.
public final class ReferenceEffects {
  private static final String RESOURCE = "/assets/reference/effects.csv";
  private final List<ReferenceEffect> effects;

  private ReferenceEffects(List<ReferenceEffect> effects) {
    this.effects = List.copyOf(effects);
  }

  /// The figures that come with the program.
  public static ReferenceEffects bundled() {
    try (InputStream in = ReferenceEffects.class.getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ReferenceEffects(text.lines().skip(1).map(ReferenceEffects::effect).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceEffect effect(String line) {
    String[] cells = line.split(",");
    return new ReferenceEffect(
        cells[0],
        cells[1],
        ReferenceEffect.Attributes.valueOf(cells[2].toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Integer.parseInt(cells[5]),
        cells[6],
        cells[7]);
  }

  /// All of them.
  public List<ReferenceEffect> all() {
    return effects;
  }

  /// The published effect of a category and order; `Flower-Insect/Valence` and
  /// `Insect-Flower/Valence` are the same category.
  public Optional<ReferenceEffect> find(
      String category, String order, ReferenceEffect.Attributes attributes) {
    return effects.stream()
        .filter(effect -> effect.attributes() == attributes)
        .filter(effect -> effect.order().equalsIgnoreCase(order))
        .filter(effect -> words(effect.category()).equals(words(category)))
        .findFirst();
  }

  private static Set<String> words(String category) {
    return Stream.of(category.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .collect(Collectors.toSet());
  }
}

package dev.plumbline.report;

import dev.plumbline.composition.Bin;
import dev.plumbline.composition.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which bars a facet has over several datasets.
///
/// Bins of numbers keep their order of value; a bin that only some datasets have goes behind the
/// bin it follows there. Names go by falling sum of shares; beyond the twelfth they are summed,
/// with those that were counted together.
final class FacetRows {
  private static final int MOST = 12;
  private static final String MISSING = "(missing)";
  private static final String REST = "(rest)";
  private final String facet;
  private final Messages messages;
  private final BinNames names;
  private final List<Facet> facets;
  private final List<String> drawn;
  private final boolean rest;

  FacetRows(List<Facet> facets, String facet, Messages messages) {
    this.facets = facets;
    this.facet = facet;
    this.messages = messages;
    this.names = new BinNames(messages);
    List<String> keys = numeric() ? inOrder() : byShare();
    rest = !numeric() && (keys.size() > MOST || together());
    drawn = rest ? keys.subList(0, Math.min(keys.size(), MOST - 1)) : keys;
  }

  /// The bin of an estimate that a row shows, `""` for rows without a value.
  static String value(String key) {
    return key.equals(MISSING) ? "" : key;
  }

  /// Name of the facet.
  String title() {
    return names.facet(facet);
  }

  List<CompositionBars.Row> rows() {
    List<CompositionBars.Row> rows = new ArrayList<>();
    drawn.forEach(key -> rows.add(new CompositionBars.Row(key, names.bin(facet, key))));
    if (rest) {
      rows.add(new CompositionBars.Row(REST, messages.text("composition.rest")));
    }
    if (facets.stream().anyMatch(it -> it.missing() > 0)) {
      rows.add(new CompositionBars.Row(MISSING, messages.text("composition.missing")));
    }
    return rows;
  }

  /// Rows of one of the facets under a row's key; 0 where it does not have the bin.
  long count(Facet it, String key) {
    return switch (key) {
      case MISSING -> it.missing();
      case REST ->
          it.bins().stream().filter(bin -> !drawn.contains(bin.key())).mapToLong(Bin::count).sum();
      default ->
          it.bins().stream().filter(bin -> bin.key().equals(key)).mapToLong(Bin::count).sum();
    };
  }

  private boolean together() {
    return facets.stream()
        .flatMap(it -> it.bins().stream())
        .anyMatch(bin -> bin.key().equals(Facet.TOGETHER));
  }

  private boolean numeric() {
    return facets.stream().anyMatch(it -> it.mean().isPresent());
  }

  private List<String> inOrder() {
    List<String> keys = new ArrayList<>();
    facets.forEach(
        it -> {
          int after = -1;
          for (Bin bin : it.bins()) {
            int at = keys.indexOf(bin.key());
            if (at < 0) {
              at = after + 1;
              keys.add(at, bin.key());
            }
            after = at;
          }
        });
    return keys;
  }

  private List<String> byShare() {
    Map<String, Double> shares = new HashMap<>();
    facets.forEach(
        it -> it.bins().forEach(bin -> shares.merge(bin.key(), bin.share(), Double::sum)));
    return shares.keySet().stream()
        .filter(key -> !key.equals(Facet.TOGETHER))
        .sorted(
            Comparator.comparing((String key) -> -shares.get(key))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}

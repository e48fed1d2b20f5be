package dev.plumbline.report;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.core.Labels;
import java.util.Map;

/// How facets and their bins are called on screen. A bin without a name of its own is called by its
/// key, as names, numbers and domains are; a term list by its lexicon's name.
public final class BinNames {
  private final Messages messages;
  private final Map<String, Labels> lists;

  /// @param messages texts of charts
  public BinNames(Messages messages) {
    this(messages, Map.of());
  }

  private BinNames(Messages messages, Map<String, Labels> lists) {
    this.messages = messages;
    this.lists = lists;
  }

  /// Names in a comparison of manifests, term lists among them.
  static BinNames of(CompositionComparison comparison, Messages messages) {
    return new BinNames(messages, comparison.labels());
  }

  /// Name of a facet.
  public String facet(String facet) {
    return named("facet." + facet, facet);
  }

  /// Name of a facet's bin.
  public String bin(String facet, String key) {
    if (facet.equals(FacetComparison.MENTIONS) && lists.containsKey(key)) {
      return lists.get(key).in(messages.locale());
    }
    return key.equals(Facet.TOGETHER)
        ? messages.text("bin." + Facet.TOGETHER)
        : named("bin." + facet + "." + key, key);
  }

  private String named(String message, String otherwise) {
    return messages.has(message) ? messages.text(message) : otherwise;
  }
}

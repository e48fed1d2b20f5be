package dev.plumbline.report;

import dev.plumbline.composition.Facet;

/// How facets and their bins are called on screen. A bin without a name of its own is called by its
/// key, as names, numbers and domains are.
public final class BinNames {
  private final Messages messages;

  /// @param messages texts of charts
  public BinNames(Messages messages) {
    this.messages = messages;
  }

  /// Name of a facet.
  public String facet(String facet) {
    return named("facet." + facet, facet);
  }

  /// Name of a facet's bin.
  public String bin(String facet, String key) {
    return key.equals(Facet.TOGETHER)
        ? messages.text("bin." + Facet.TOGETHER)
        : named("bin." + facet + "." + key, key);
  }

  private String named(String message, String otherwise) {
    return messages.has(message) ? messages.text(message) : otherwise;
  }
}

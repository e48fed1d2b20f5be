package dev.plumbline.composition;

import java.util.List;
import java.util.OptionalDouble;

/// One column-wise view of a manifest.
///
/// @param name stable key: `captionWords`, `language`, `domain`, `resolution`, `similarity`, …
/// @param bins in order of value for numbers, of falling count for names
/// @param missing used rows without a value
/// @param mean mean of a numeric facet over the rows that have a value
public record Facet(String name, List<Bin> bins, long missing, OptionalDouble mean) {
  /// Key of the bin that adds up rare names.
  public static final String TOGETHER = "(other)";

  public Facet {
    bins = List.copyOf(bins);
  }
}

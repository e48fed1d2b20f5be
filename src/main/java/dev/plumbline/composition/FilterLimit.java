package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filter.Operator;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.composition.filter.FilterField;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.manifest.ColumnRole;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// One number that a row must reach, or must not pass.
public enum FilterLimit {
  /// Least similarity of picture and caption.
  SIMILARITY(FilterField.SIMILARITY, true),
  /// Least length of the shorter side, pixels.
  SIDE(FilterField.SIDE, true),
  /// Greatest ratio of the longer to the shorter side.
  ELONGATION(FilterField.ELONGATION, false),
  /// Least number of words in the caption.
  WORDS(FilterField.WORDS, true),
  /// Greatest NSFW score; rows whose NSFW is the word UNLIKELY pass too.
  UNSAFE(FilterField.NSFW, false);

  private static final Filter UNLIKELY =
      new Filter.OneOf(new Subject.Known(FilterField.NSFW), TextSet.of(List.of("unlikely")));

  private final FilterField field;
  private final boolean least;

  FilterLimit(FilterField field, boolean least) {
    this.field = field;
    this.least = least;
  }

  /// Whether it is a lower limit.
  public boolean least() {
    return least;
  }

  /// Columns without which it cannot be asked for.
  public List<ColumnRole> roles() {
    return field.roles();
  }

  /// The name in files and on screen: lower case.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The condition that a row keeps to this limit.
  public Filter condition(double value) {
    Operator operator = least ? Operator.AT_LEAST : Operator.AT_MOST;
    Filter compare = new Filter.Compare(new Subject.Known(field), operator, value);
    return this == UNSAFE ? new Filter.Or(List.of(compare, UNLIKELY)) : compare;
  }

  /// The value for which [#condition(double)] is that filter; empty if there is none.
  OptionalDouble value(Filter filter) {
    Filter inner =
        this == UNSAFE && filter instanceof Filter.Or(List<Filter> any) && any.size() == 2
            ? any.getFirst()
            : filter;
    return inner instanceof Filter.Compare compare && condition(compare.limit()).equals(filter)
        ? OptionalDouble.of(compare.limit())
        : OptionalDouble.empty();
  }
}

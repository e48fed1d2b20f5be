package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;

/// A wanted share of the kept rows.
///
/// @param condition expression that is true for the rows of the group; a row for which it is
///   unknown is outside of the group
/// @param share wanted share, 0 to 1
public record TargetShare(String condition, double share) {
  public TargetShare {
    Arguments.notBlank(condition, "condition");
    Arguments.check(share >= 0 && share <= 1, "a target lies between 0 and 1");
  }

  /// Rows whose caption mentions a term list.
  public static TargetShare mentions(String list, double share) {
    return new TargetShare(new Filter.MentionsList(list).text(), share);
  }

  /// The group as a filter.
  ///
  /// @throws PlumblineException if the condition is wrong
  public Filter filter() {
    return Filter.parse(condition);
  }

  /// The group's name: a list, `field: value` where one value is asked for, else the condition.
  public String label() {
    try {
      return switch (filter()) {
        case Filter.MentionsList(String list) -> list;
        case Filter.OneOf(Filter.Subject.Known(var field), TextSet values)
            when values.values().size() == 1 ->
            field.key() + ": " + values.values().getFirst();
        case Filter other -> other.text();
      };
    } catch (PlumblineException _) {
      return condition;
    }
  }

  /// The same group with another share.
  public TargetShare withShare(double now) {
    return new TargetShare(condition, now);
  }
}

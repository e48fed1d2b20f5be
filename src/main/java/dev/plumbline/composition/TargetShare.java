package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import java.math.BigDecimal;
import java.util.List;

/// A wanted share of the kept rows.
///
/// @param condition expression that is true for the rows of the group; a row for which it is
///   unknown is outside of the group
/// @param share wanted share, 0 to 1
public record TargetShare(String condition, double share) {
  /// Kind of the groups of captions that mention something; see [#kind()].
  public static final String MENTIONS = "mentions";

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

  /// The group's name: a list, `field: value` where one value is asked for, `low ≤ field < high`
  /// for a range, else the condition.
  public String label() {
    try {
      return switch (filter()) {
        case Filter.MentionsList(String list) -> list;
        case Filter.OneOf(Filter.Subject.Known(var field), TextSet values)
            when values.values().size() == 1 ->
            field.key() + ": " + values.values().getFirst();
        case Filter.And(List<Filter> all)
            when all.size() == 2
                && all.getFirst()
                    instanceof
                    Filter.Compare(
                        Filter.Subject.Known(var field),
                        Filter.Operator first,
                        double low)
                && all.getLast()
                    instanceof
                    Filter.Compare(
                        Filter.Subject.Known(var same),
                        Filter.Operator second,
                        double high)
                && field == same
                && first == Filter.Operator.AT_LEAST
                && second == Filter.Operator.LESS ->
            "%s ≤ %s < %s".formatted(written(low), field.key(), written(high));
        case Filter other -> other.text();
      };
    } catch (PlumblineException _) {
      return condition;
    }
  }

  /// What kind of group it is: `mentions` for what captions mention, the field for values and
  /// ranges of one, blank for other conditions.
  public String kind() {
    try {
      return kind(filter());
    } catch (PlumblineException _) {
      return "";
    }
  }

  private static String kind(Filter filter) {
    return switch (filter) {
      case Filter.MentionsList _, Filter.Mentions _ -> MENTIONS;
      case Filter.OneOf(Filter.Subject.Known(var field), var _) -> field.key();
      case Filter.Compare(Filter.Subject.Known(var field), var _, var _) -> field.key();
      case Filter.And(List<Filter> all) when !all.isEmpty() -> kind(all.getFirst());
      default -> "";
    };
  }

  private static String written(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /// The same group with another share.
  public TargetShare withShare(double now) {
    return new TargetShare(condition, now);
  }
}

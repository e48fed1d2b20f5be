package dev.plumbline.composition.filter;

import dev.plumbline.core.PlumblineException;
import java.util.List;
import java.util.function.UnaryOperator;

/// Filters that follow term lists to their new names.
public final class RenamedLists {
  private RenamedLists() {}

  /// The filter with the lists that it names called otherwise.
  ///
  /// @param names gives the new name of a list, the same if it keeps it
  public static Filter in(Filter filter, UnaryOperator<String> names) {
    return switch (filter) {
      case Filter.MentionsList(String list) -> new Filter.MentionsList(names.apply(list));
      case Filter.And(List<Filter> all) -> new Filter.And(each(all, names));
      case Filter.Or(List<Filter> any) -> new Filter.Or(each(any, names));
      case Filter.Not(Filter negated) -> new Filter.Not(in(negated, names));
      case Filter.All _,
          Filter.Compare _,
          Filter.OneOf _,
          Filter.Top _,
          Filter.Missing _,
          Filter.Mentions _,
          Filter.HasWord _ ->
          filter;
    };
  }

  /// The same for a filter as it was written; one that names no renamed list stays letter by letter
  /// what it was, as does one that is wrong.
  public static String in(String expression, UnaryOperator<String> names) {
    if (expression.isBlank()) {
      return expression;
    }
    try {
      Filter before = Filter.parse(expression);
      Filter after = in(before, names);
      return after.equals(before) ? expression : after.text();
    } catch (PlumblineException _) {
      return expression;
    }
  }

  private static List<Filter> each(List<Filter> filters, UnaryOperator<String> names) {
    return filters.stream().map(filter -> in(filter, names)).toList();
  }
}

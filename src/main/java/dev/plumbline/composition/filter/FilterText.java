package dev.plumbline.composition.filter;

import dev.plumbline.composition.filter.Filter.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Writes filters as expressions.
final class FilterText {
  private FilterText() {}

  static String of(Filter filter) {
    return switch (filter) {
      case Filter.All _ -> "all";
      case Filter.Compare compare ->
          name(compare.subject()) + " " + compare.operator().sign() + " " + number(compare.limit());
      case Filter.OneOf(Subject subject, TextSet values) -> name(subject) + " " + set(values);
      case Filter.Top top -> name(top.subject()) + " top " + percent(top.share()) + "%";
      case Filter.Missing(Subject subject) -> name(subject) + " is missing";
      case Filter.Mentions(List<String> terms, boolean anywhere) ->
          "caption "
              + (anywhere ? "contains " : "mentions ")
              + (terms.size() == 1 ? quoted(terms.getFirst()) : list(terms));
      case Filter.HasWord(TextSet words) -> "caption has word " + set(words);
      case Filter.MentionsList(String list) -> "caption mentions list " + quoted(list);
      case Filter.And(List<Filter> all) -> joined(all, " and ");
      case Filter.Or(List<Filter> any) -> joined(any, " or ");
      case Filter.Not(Filter negated) -> "not " + part(negated);
    };
  }

  private static String set(TextSet values) {
    return "in "
        + values.file().map(file -> "file " + quoted(file)).orElseGet(() -> list(values.values()));
  }

  private static String joined(List<Filter> parts, String glue) {
    return parts.isEmpty()
        ? "all"
        : parts.stream().map(FilterText::part).collect(Collectors.joining(glue));
  }

  private static String part(Filter filter) {
    boolean compound = filter instanceof Filter.And || filter instanceof Filter.Or;
    return compound ? "(" + of(filter) + ")" : of(filter);
  }

  /// How a subject is called in an expression.
  static String name(Subject subject) {
    return switch (subject) {
      case Subject.Known(FilterField field) -> field.key();
      case Subject.Named(String column) -> "\"" + column.replace("\"", "\"\"") + "\"";
    };
  }

  private static String list(List<String> texts) {
    return texts.stream().map(FilterText::quoted).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /// Hundred times the share without the noise of binary fractions.
  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}

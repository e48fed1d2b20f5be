package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.composition.filter.FilterField;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// Kleene's logic over rows in memory, written without the code under test.
final class ReferenceFilter {
  private final List<ReferenceRow> rows;
  private final Lexicon lexicon;

  ReferenceFilter(List<ReferenceRow> rows, Lexicon lexicon) {
    this.rows = rows;
    this.lexicon = lexicon;
  }

  /// A share of the highest of nothing.
  static final class NoValue extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// True, false or null for unknown.
  Boolean test(Filter filter, ReferenceRow row) {
    return switch (filter) {
      case Filter.All _ -> true;
      case Filter.Not not -> {
        Boolean inner = test(not.negated(), row);
        yield inner == null ? null : !inner;
      }
      case Filter.And and -> {
        Boolean result = true;
        for (Filter part : and.all()) {
          Boolean one = test(part, row);
          result =
              Boolean.FALSE.equals(result) || Boolean.FALSE.equals(one)
                  ? Boolean.FALSE
                  : result == null || one == null ? null : Boolean.TRUE;
        }
        yield result;
      }
      case Filter.Or or -> {
        Boolean result = false;
        for (Filter part : or.any()) {
          Boolean one = test(part, row);
          result =
              Boolean.TRUE.equals(result) || Boolean.TRUE.equals(one)
                  ? Boolean.TRUE
                  : result == null || one == null ? null : Boolean.FALSE;
        }
        yield result;
      }
      case Filter.Compare compare -> {
        Double value = number(compare.subject(), row);
        yield value == null ? null : compare(value, compare.operator(), compare.limit());
      }
      case Filter.Top top -> top(top, row);
      case Filter.Missing missing -> {
        FilterField field = ((Subject.Known) missing.subject()).field();
        yield (field.number() ? number(missing.subject(), row) : text(missing.subject(), row))
            == null;
      }
      case Filter.OneOf one -> {
        String value = text(one.subject(), row);
        yield value == null
            ? null
            : one.values().values().contains(value.strip().toLowerCase(Locale.ROOT));
      }
      case Filter.Mentions mentions -> mention(row, mentions.terms(), mentions.anywhere());
      case Filter.HasWord has -> {
        if (row.text() == null) {
          yield null;
        }
        boolean found = false;
        for (String word : row.text().toLowerCase(Locale.ROOT).trim().split("\\s+")) {
          found |= has.words().values().contains(word);
        }
        yield found;
      }
      case Filter.MentionsList list -> {
        TermList terms = lexicon.terms().get(list.list());
        yield mention(row, terms.terms(), terms.substring());
      }
    };
  }

  private static boolean compare(double value, Filter.Operator operator, double limit) {
    boolean equal = Math.abs(value - limit) < 1e-6;
    return switch (operator) {
      case EQUAL -> equal;
      case LESS -> value < limit && !equal;
      case AT_MOST -> value < limit || equal;
      case GREATER -> value > limit && !equal;
      case AT_LEAST -> value > limit || equal;
    };
  }

  private Boolean top(Filter.Top top, ReferenceRow row) {
    List<Double> falling =
        rows.stream()
            .map(each -> number(top.subject(), each))
            .filter(Objects::nonNull)
            .sorted((a, b) -> Double.compare(b, a))
            .toList();
    if (falling.isEmpty()) {
      throw new NoValue();
    }
    Double value = number(top.subject(), row);
    return value == null ? null : value >= falling.get((int) (falling.size() * top.share()));
  }

  private static Boolean mention(ReferenceRow row, List<String> terms, boolean anywhere) {
    if (row.text() == null) {
      return null;
    }
    for (String term : terms) {
      String quoted = Pattern.quote(term);
      String word = "[\\p{L}\\p{N}_]";
      Pattern pattern =
          Pattern.compile(
              anywhere ? quoted : "(?<!" + word + ")" + quoted + "(?!" + word + ")",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      if (pattern.matcher(row.text()).find()) {
        return true;
      }
    }
    return false;
  }

  private static Double number(Subject subject, ReferenceRow row) {
    Double width = pixels(row.width());
    Double height = pixels(row.height());
    boolean sized = width != null && height != null;
    return switch (((Subject.Known) subject).field()) {
      case SIMILARITY -> row.similarity() == null ? null : (double) row.similarity().floatValue();
      case WIDTH -> width;
      case SIDE -> sized ? Math.min(width, height) : null;
      case ASPECT -> sized ? width / height : null;
      case ELONGATION -> sized ? Math.max(width, height) / Math.min(width, height) : null;
      case WORDS ->
          row.text() == null
              ? null
              : (double) row.text().strip().split("\\s+").length - (row.text().isBlank() ? 1 : 0);
      case CHARACTERS -> row.text() == null ? null : (double) row.text().length();
      default -> throw new IllegalArgumentException();
    };
  }

  private static Double pixels(Integer side) {
    return side == null || side < 1 ? null : (double) side;
  }

  private static String text(Subject subject, ReferenceRow row) {
    String host = host(row.url());
    String text =
        switch (((Subject.Known) subject).field()) {
          case LANGUAGE -> row.language();
          case LICENSE -> row.license();
          case SCRIPT -> row.text() == null ? null : ReferenceScript.of(row.text());
          case TLD -> host == null ? null : host.replaceFirst(".*[.]", "");
          case HOST -> host;
          case DOMAIN -> host == null ? null : host.endsWith("a.example") ? "a.example" : host;
          default -> throw new IllegalArgumentException();
        };
    return text == null || text.isBlank() ? null : text;
  }

  private static String host(String url) {
    return url == null || !url.startsWith("http")
        ? null
        : URI.create(url).getHost().toLowerCase(Locale.ROOT);
  }
}

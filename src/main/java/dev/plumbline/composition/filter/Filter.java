package dev.plumbline.composition.filter;

import dev.plumbline.core.Arguments;
import java.util.List;
import java.util.OptionalDouble;

/// A condition on a row of a manifest.
///
/// Conditions are true, false or unknown (Kleene's logic, as in SQL): a condition on a value that a
/// row does not have is unknown, and so is its negation; `unknown or true` is true, `unknown and
/// false` is false. A row is kept only where the whole filter is true, so neither `similarity <
/// 0.3` nor `not similarity < 0.3` keeps a row without similarity; `similarity is missing` does.
public sealed interface Filter {
  /// What is asked: a [FilterField] or a column of the files.
  sealed interface Subject {
    /// A field that Plumbline knows.
    record Known(FilterField field) implements Subject {}

    /// A column by its name in the files, whatever its role.
    record Named(String column) implements Subject {}
  }

  /// How a number is compared.
  enum Operator {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /// As in an expression.
    public String sign() {
      return sign;
    }
  }

  /// A number against a limit. Numbers within `1e-6 · max(1, |limit|)` of the limit count as equal
  /// to it, so that 0.29 stored in single and in double precision are the same.
  record Compare(Subject subject, Operator operator, double limit) implements Filter {
    public Compare {
      Arguments.check(Double.isFinite(limit), "a limit must be finite");
    }
  }

  /// A text is one of some; case and white space around it are ignored.
  record OneOf(Subject subject, TextSet values) implements Filter {}

  /// A number is among the highest: at least `threshold`, the value of rank ⌊n · share⌋ + 1 among
  /// the n used rows that have one, in falling order (rows that share that value are all kept).
  ///
  /// @param threshold exact value; empty until it has been looked up
  record Top(Subject subject, double share, OptionalDouble threshold) implements Filter {
    public Top {
      Arguments.check(share > 0 && share < 1, "a share must lie between 0 and 1");
    }
  }

  /// The row has no such value.
  record Missing(Subject subject) implements Filter {}

  /// The caption mentions one of some terms.
  ///
  /// @param anywhere whether a term matches within words too
  record Mentions(List<String> terms, boolean anywhere) implements Filter {
    public Mentions {
      Arguments.check(!terms.isEmpty(), "a mention needs a term");
      terms = List.copyOf(terms);
    }
  }

  /// One of the caption's words is one of some. Words are runs of characters that are no white
  /// space, in lower case, with whatever punctuation stands at them.
  record HasWord(TextSet words) implements Filter {}

  /// The caption mentions a term list of the lexicon.
  record MentionsList(String list) implements Filter {}

  /// All are true.
  record And(List<Filter> all) implements Filter {
    public And {
      all = List.copyOf(all);
    }
  }

  /// At least one is true.
  record Or(List<Filter> any) implements Filter {
    public Or {
      any = List.copyOf(any);
    }
  }

  /// It is false.
  record Not(Filter negated) implements Filter {}

  /// Every row; an expression for it is `all`.
  record All() implements Filter {}

  /// Reads an expression.
  ///
  /// @throws dev.plumbline.core.PlumblineException with the position of what is wrong
  static Filter parse(String expression) {
    return new FilterParser(expression).parse();
  }

  /// The filter as an expression that reads back as an equal one.
  default String text() {
    return FilterText.of(this);
  }
}

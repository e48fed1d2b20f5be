package dev.plumbline.composition.filter;

import dev.plumbline.composition.filter.Filter.Operator;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Reads expressions by recursive descent.
///
/// ```
/// filter    = and { "or" and }
/// and       = not { "and" not }
/// not       = { "not" } ( "(" filter ")" | "all" | condition )
/// condition = "caption" "has" "word" "in" ( TEXT | "(" TEXT {"," TEXT} ")" | "file" TEXT )
///           | "caption" ("mentions" | "contains") ( TEXT | "(" TEXT {"," TEXT} ")" )
///           | "caption" "mentions" "list" NAME
///           | subject ( "<" | "<=" | ">" | ">=" | "=" | "!=" ) ( NUMBER | TEXT )
///           | subject "between" NUMBER "and" NUMBER
///           | subject [ "not" ] "in" ( "(" TEXT {"," TEXT} ")" | "file" TEXT )
///           | subject "is" [ "not" ] "missing"
///           | subject "top" NUMBER "%"
/// subject   = the name of a field | "a column of the files"
/// ```
///
/// Words are read in any case; texts stand in single quotes, columns in double quotes. `!=` and
/// `not in` are negations and therefore unknown where the value is missing.
final class FilterParser {
  private static final int DEEPEST = 200;
  private static final int LONGEST_LIST = 10_000;

  private final List<FilterToken> tokens;
  private int next;
  private int depth;

  FilterParser(String expression) {
    if (expression.isBlank()) {
      throw new PlumblineException("The filter is empty: write a condition, such as words >= 3.");
    }
    tokens = new FilterLexer(expression).tokens();
  }

  /// The tree of the whole expression.
  Filter parse() {
    Filter filter = or();
    if (peek().kind() != FilterToken.Kind.END) {
      throw wrong(peek(), "expected \"and\", \"or\" or the end");
    }
    return filter;
  }

  private Filter or() {
    List<Filter> any = new ArrayList<>(List.of(and()));
    while (skip("or")) {
      any.add(and());
    }
    return any.size() == 1 ? any.getFirst() : new Filter.Or(any);
  }

  private Filter and() {
    List<Filter> all = new ArrayList<>(List.of(not()));
    while (skip("and")) {
      all.add(not());
    }
    return all.size() == 1 ? all.getFirst() : new Filter.And(all);
  }

  private Filter not() {
    FilterToken start = peek();
    if (++depth > DEEPEST) {
      throw wrong(start, "conditions are nested more than " + DEEPEST + " deep");
    }
    try {
      if (skip("not")) {
        return new Filter.Not(not());
      }
      if (start.sign("(")) {
        take();
        Filter inner = or();
        expect(")");
        return inner;
      }
      if (start.word("all")) {
        take();
        return new Filter.All();
      }
      return condition();
    } finally {
      depth--;
    }
  }

  private Filter condition() {
    FilterToken start = peek();
    Subject subject = subject();
    if (subject instanceof Subject.Known(FilterField field) && field == FilterField.CAPTION) {
      if (skip("mentions")) {
        return peek().word("list") ? list() : new Filter.Mentions(oneOrMore(), false);
      }
      if (skip("has")) {
        return word();
      }
      if (skip("contains")) {
        return new Filter.Mentions(oneOrMore(), true);
      }
    }
    if (skip("is")) {
      boolean negated = skip("not");
      if (!skip("missing")) {
        throw wrong(peek(), "expected \"missing\"");
      }
      Filter missing = new Filter.Missing(subject);
      return negated ? new Filter.Not(missing) : missing;
    }
    if (peek().word("not") && tokens.get(next + 1).word("in")) {
      take();
      return new Filter.Not(oneOf(subject, start));
    }
    if (peek().word("in")) {
      return oneOf(subject, start);
    }
    if (skip("between")) {
      numeric(subject, start);
      double low = number();
      if (!skip("and")) {
        throw wrong(peek(), "expected \"and\" with the upper limit");
      }
      FilterToken upper = peek();
      double high = number();
      if (low > high) {
        throw wrong(upper, "the upper limit lies below the lower one");
      }
      return new Filter.And(
          List.of(
              new Filter.Compare(subject, Operator.AT_LEAST, low),
              new Filter.Compare(subject, Operator.AT_MOST, high)));
    }
    if (skip("top")) {
      numeric(subject, start);
      return top(subject);
    }
    return comparison(subject, start);
  }

  private Filter comparison(Subject subject, FilterToken start) {
    FilterToken sign = take();
    boolean negated = sign.sign("!=") || sign.sign("<>");
    boolean equality = negated || sign.sign("=");
    Filter compared;
    if (equality && peek().kind() == FilterToken.Kind.TEXT) {
      textual(subject, start);
      compared = new Filter.OneOf(subject, TextSet.of(List.of(take().text())));
    } else {
      Operator operator = equality ? Operator.EQUAL : operator(sign);
      numeric(subject, start);
      compared = new Filter.Compare(subject, operator, number());
    }
    return negated ? new Filter.Not(compared) : compared;
  }

  private Operator operator(FilterToken sign) {
    for (Operator operator : Operator.values()) {
      if (sign.sign(operator.sign())) {
        return operator;
      }
    }
    throw wrong(sign, "expected a comparison such as >=, in, between, top or is missing");
  }

  private Filter top(Subject subject) {
    FilterToken token = peek();
    double percent = number();
    expect("%");
    if (percent <= 0 || percent >= 100) {
      throw wrong(token, "the share must lie between 0% and 100%");
    }
    return new Filter.Top(subject, percent / 100, OptionalDouble.empty());
  }

  private Filter oneOf(Subject subject, FilterToken start) {
    take();
    textual(subject, start);
    if (skip("file")) {
      return new Filter.OneOf(subject, TextSet.read(text().text()));
    }
    if (!peek().sign("(")) {
      throw wrong(peek(), "expected ( with texts in single quotes, or file 'NAME'");
    }
    return new Filter.OneOf(subject, TextSet.of(oneOrMore()));
  }

  private Filter word() {
    if (!skip("word") || !skip("in")) {
      throw wrong(peek(), "expected \"word in\" after has");
    }
    return new Filter.HasWord(
        skip("file") ? TextSet.readWords(text().text()) : TextSet.of(oneOrMore()));
  }

  private Filter list() {
    take();
    FilterToken name = take();
    if (name.kind() != FilterToken.Kind.WORD && name.kind() != FilterToken.Kind.TEXT) {
      throw wrong(name, "expected the name of a term list");
    }
    return new Filter.MentionsList(name.text());
  }

  private List<String> oneOrMore() {
    if (!peek().sign("(")) {
      return List.of(text().text());
    }
    FilterToken start = take();
    List<String> texts = new ArrayList<>(List.of(text().text()));
    while (peek().sign(",")) {
      take();
      texts.add(text().text());
    }
    expect(")");
    if (texts.size() > LONGEST_LIST) {
      throw wrong(
          start, "the list has more than %,d entries; put it into a file".formatted(LONGEST_LIST));
    }
    return texts;
  }

  private Subject subject() {
    FilterToken token = take();
    if (token.kind() == FilterToken.Kind.COLUMN) {
      return new Subject.Named(token.text());
    }
    if (token.kind() != FilterToken.Kind.WORD) {
      throw wrong(token, "expected a condition");
    }
    return new Subject.Known(
        FilterField.named(token.text())
            .orElseThrow(
                () ->
                    wrong(
                        token,
                        "there is no such field; fields are "
                            + String.join(", ", FilterField.names())
                            + ", and columns of the files in double quotes")));
  }

  private void numeric(Subject subject, FilterToken at) {
    if (subject instanceof Subject.Known(FilterField field) && !field.number()) {
      throw wrong(at, field.key() + " is a text and cannot be compared with numbers");
    }
  }

  private void textual(Subject subject, FilterToken at) {
    if (subject instanceof Subject.Known(FilterField field) && !field.text()) {
      throw wrong(at, field.key() + " is a number and cannot be compared with texts");
    }
  }

  private double number() {
    FilterToken token = take();
    if (token.kind() != FilterToken.Kind.NUMBER) {
      throw wrong(token, "expected a number");
    }
    try {
      double value = Double.parseDouble(token.text());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number that is too large.
    }
    throw wrong(token, "this is not a finite number");
  }

  private FilterToken text() {
    FilterToken token = take();
    if (token.kind() != FilterToken.Kind.TEXT) {
      throw wrong(token, "expected a text in single quotes");
    }
    return token;
  }

  private void expect(String sign) {
    FilterToken token = take();
    if (!token.sign(sign)) {
      throw wrong(token, "expected \"" + sign + "\"");
    }
  }

  private boolean skip(String keyword) {
    boolean there = peek().word(keyword);
    if (there) {
      take();
    }
    return there;
  }

  private FilterToken peek() {
    return tokens.get(next);
  }

  private FilterToken take() {
    FilterToken token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private static PlumblineException wrong(FilterToken token, String why) {
    return new PlumblineException(
        "The filter is wrong at character %d (%s): %s.".formatted(token.at(), token.shown(), why));
  }
}

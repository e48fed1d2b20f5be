package dev.plumbline.composition.filter;

import dev.plumbline.composition.filter.Filter.Operator;
import dev.plumbline.composition.filter.Filter.Subject;
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

  private final FilterTokens tokens;
  private int depth;

  FilterParser(String expression) {
    tokens = new FilterTokens(expression);
  }

  /// The tree of the whole expression.
  Filter parse() {
    Filter filter = or();
    if (tokens.peek().kind() != FilterToken.Kind.END) {
      throw FilterTokens.wrong(tokens.peek(), "expected \"and\", \"or\" or the end");
    }
    return filter;
  }

  private Filter or() {
    List<Filter> any = new ArrayList<>(List.of(and()));
    while (tokens.skip("or")) {
      any.add(and());
    }
    return any.size() == 1 ? any.getFirst() : new Filter.Or(any);
  }

  private Filter and() {
    List<Filter> all = new ArrayList<>(List.of(not()));
    while (tokens.skip("and")) {
      all.add(not());
    }
    return all.size() == 1 ? all.getFirst() : new Filter.And(all);
  }

  private Filter not() {
    FilterToken start = tokens.peek();
    if (++depth > DEEPEST) {
      throw FilterTokens.wrong(start, "conditions are nested more than " + DEEPEST + " deep");
    }
    try {
      if (tokens.skip("not")) {
        return new Filter.Not(not());
      }
      if (start.sign("(")) {
        tokens.take();
        Filter inner = or();
        tokens.expect(")");
        return inner;
      }
      if (start.word("all")) {
        tokens.take();
        return new Filter.All();
      }
      return condition();
    } finally {
      depth--;
    }
  }

  private Filter condition() {
    FilterToken start = tokens.peek();
    Subject subject = subject();
    if (subject instanceof Subject.Known(FilterField field) && field == FilterField.CAPTION) {
      if (tokens.skip("mentions")) {
        return tokens.peek().word("list") ? list() : new Filter.Mentions(oneOrMore(), false);
      }
      if (tokens.skip("has")) {
        return word();
      }
      if (tokens.skip("contains")) {
        return new Filter.Mentions(oneOrMore(), true);
      }
    }
    if (tokens.skip("is")) {
      boolean negated = tokens.skip("not");
      if (!tokens.skip("missing")) {
        throw FilterTokens.wrong(tokens.peek(), "expected \"missing\"");
      }
      Filter missing = new Filter.Missing(subject);
      return negated ? new Filter.Not(missing) : missing;
    }
    if (tokens.peek().word("not") && tokens.peekNext().word("in")) {
      tokens.take();
      return new Filter.Not(oneOf(subject, start));
    }
    if (tokens.peek().word("in")) {
      return oneOf(subject, start);
    }
    if (tokens.skip("between")) {
      numeric(subject, start);
      double low = tokens.number();
      if (!tokens.skip("and")) {
        throw FilterTokens.wrong(tokens.peek(), "expected \"and\" with the upper limit");
      }
      FilterToken upper = tokens.peek();
      double high = tokens.number();
      if (low > high) {
        throw FilterTokens.wrong(upper, "the upper limit lies below the lower one");
      }
      return new Filter.And(
          List.of(
              new Filter.Compare(subject, Operator.AT_LEAST, low),
              new Filter.Compare(subject, Operator.AT_MOST, high)));
    }
    if (tokens.skip("top")) {
      numeric(subject, start);
      return top(subject);
    }
    return comparison(subject, start);
  }

  private Filter comparison(Subject subject, FilterToken start) {
    FilterToken sign = tokens.take();
    boolean negated = sign.sign("!=") || sign.sign("<>");
    boolean equality = negated || sign.sign("=");
    Filter compared;
    if (equality && tokens.peek().kind() == FilterToken.Kind.TEXT) {
      textual(subject, start);
      compared = new Filter.OneOf(subject, TextSet.of(List.of(tokens.take().text())));
    } else {
      Operator operator = equality ? Operator.EQUAL : operator(sign);
      numeric(subject, start);
      compared = new Filter.Compare(subject, operator, tokens.number());
    }
    return negated ? new Filter.Not(compared) : compared;
  }

  private Operator operator(FilterToken sign) {
    for (Operator operator : Operator.values()) {
      if (sign.sign(operator.sign())) {
        return operator;
      }
    }
    throw FilterTokens.wrong(
        sign, "expected a comparison such as >=, in, between, top or is missing");
  }

  private Filter top(Subject subject) {
    FilterToken token = tokens.peek();
    double percent = tokens.number();
    tokens.expect("%");
    if (percent <= 0 || percent >= 100) {
      throw FilterTokens.wrong(token, "the share must lie between 0% and 100%");
    }
    return new Filter.Top(subject, percent / 100, OptionalDouble.empty());
  }

  private Filter oneOf(Subject subject, FilterToken start) {
    tokens.take();
    textual(subject, start);
    if (tokens.skip("file")) {
      return new Filter.OneOf(subject, TextSet.read(tokens.text().text()));
    }
    if (!tokens.peek().sign("(")) {
      throw FilterTokens.wrong(
          tokens.peek(), "expected ( with texts in single quotes, or file 'NAME'");
    }
    return new Filter.OneOf(subject, TextSet.of(oneOrMore()));
  }

  private Filter word() {
    if (!tokens.skip("word") || !tokens.skip("in")) {
      throw FilterTokens.wrong(tokens.peek(), "expected \"word in\" after has");
    }
    return new Filter.HasWord(
        tokens.skip("file") ? TextSet.readWords(tokens.text().text()) : TextSet.of(oneOrMore()));
  }

  private Filter list() {
    tokens.take();
    FilterToken name = tokens.take();
    if (name.kind() != FilterToken.Kind.WORD && name.kind() != FilterToken.Kind.TEXT) {
      throw FilterTokens.wrong(name, "expected the name of a term list");
    }
    return new Filter.MentionsList(name.text());
  }

  private List<String> oneOrMore() {
    if (!tokens.peek().sign("(")) {
      return List.of(tokens.text().text());
    }
    FilterToken start = tokens.take();
    List<String> texts = new ArrayList<>(List.of(tokens.text().text()));
    while (tokens.peek().sign(",")) {
      tokens.take();
      texts.add(tokens.text().text());
    }
    tokens.expect(")");
    if (texts.size() > LONGEST_LIST) {
      throw FilterTokens.wrong(
          start, "the list has more than %,d entries; put it into a file".formatted(LONGEST_LIST));
    }
    return texts;
  }

  private Subject subject() {
    FilterToken token = tokens.take();
    if (token.kind() == FilterToken.Kind.COLUMN) {
      return new Subject.Named(token.text());
    }
    if (token.kind() != FilterToken.Kind.WORD) {
      throw FilterTokens.wrong(token, "expected a condition");
    }
    return new Subject.Known(
        FilterField.named(token.text())
            .orElseThrow(
                () ->
                    FilterTokens.wrong(
                        token,
                        "there is no such field; fields are "
                            + String.join(", ", FilterField.names())
                            + ", and columns of the files in double quotes")));
  }

  private void numeric(Subject subject, FilterToken at) {
    if (subject instanceof Subject.Known(FilterField field) && !field.number()) {
      throw FilterTokens.wrong(at, field.key() + " is a text and cannot be compared with numbers");
    }
  }

  private void textual(Subject subject, FilterToken at) {
    if (subject instanceof Subject.Known(FilterField field) && !field.text()) {
      throw FilterTokens.wrong(at, field.key() + " is a number and cannot be compared with texts");
    }
  }
}

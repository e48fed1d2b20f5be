package dev.plumbline.composition.filter;

import dev.plumbline.core.PlumblineException;
import java.util.List;

/// The tokens of an expression, taken one after the other; the last is the end and stays.
final class FilterTokens {
  private final List<FilterToken> tokens;
  private int next;

  FilterTokens(String expression) {
    if (expression.isBlank()) {
      throw new PlumblineException("The filter is empty: write a condition, such as words >= 3.");
    }
    tokens = new FilterLexer(expression).tokens();
  }

  /// Takes a finite number.
  double number() {
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

  /// Takes a text in single quotes.
  FilterToken text() {
    FilterToken token = take();
    if (token.kind() != FilterToken.Kind.TEXT) {
      throw wrong(token, "expected a text in single quotes");
    }
    return token;
  }

  /// Takes a sign that must stand here.
  void expect(String sign) {
    FilterToken token = take();
    if (!token.sign(sign)) {
      throw wrong(token, "expected \"" + sign + "\"");
    }
  }

  /// Takes a keyword if it stands here.
  boolean skip(String keyword) {
    boolean there = peek().word(keyword);
    if (there) {
      take();
    }
    return there;
  }

  /// The token that stands here.
  FilterToken peek() {
    return tokens.get(next);
  }

  /// The token behind it.
  FilterToken peekNext() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  /// Takes the token that stands here.
  FilterToken take() {
    FilterToken token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /// What is wrong at a token.
  static PlumblineException wrong(FilterToken token, String why) {
    return new PlumblineException(
        "The filter is wrong at character %d (%s): %s.".formatted(token.at(), token.shown(), why));
  }
}

package dev.plumbline.composition.filter;

import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into pieces: words, numbers, `'texts'`, `"columns"` and signs. A quote within
/// quotes is doubled.
final class FilterLexer {
  private static final int LONGEST = 1_000_000;

  private final String text;
  private final List<FilterToken> tokens = new ArrayList<>();
  private int at;

  FilterLexer(String text) {
    this.text = text;
  }

  List<FilterToken> tokens() {
    if (text.length() > LONGEST) {
      throw new PlumblineException(
          ("The filter has %,d characters, at most %,d are read: put long lists into a file (in"
                  + " file 'NAME').")
              .formatted(text.length(), LONGEST));
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'') {
        quoted('\'', FilterToken.Kind.TEXT);
      } else if (c == '"') {
        quoted('"', FilterToken.Kind.COLUMN);
      } else if (numberStarts()) {
        number();
      } else if (Character.isLetter(text.codePointAt(at)) || c == '_') {
        word();
      } else {
        sign();
      }
    }
    add(FilterToken.Kind.END, "", at);
    return tokens;
  }

  private void quoted(char quote, FilterToken.Kind kind) {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (true) {
      if (at == text.length()) {
        throw wrong(start, "the " + quote + " here is never closed");
      }
      char c = text.charAt(at++);
      if (c == quote) {
        if (at == text.length() || text.charAt(at) != quote) {
          break;
        }
        at++;
      } else if (Character.isISOControl(c)) {
        throw wrong(at - 1, "quotes cannot hold control characters");
      }
      content.append(c);
    }
    if (content.toString().isBlank()) {
      throw wrong(start, "there is nothing within the quotes");
    }
    add(kind, content.toString(), start);
  }

  private boolean numberStarts() {
    char c = text.charAt(at);
    if (c == '-' || c == '+' || c == '.') {
      return at + 1 < text.length() && (digit(at + 1) || c != '.' && text.charAt(at + 1) == '.');
    }
    return digit(at);
  }

  private boolean digit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private void number() {
    int start = at++;
    while (digit(at) || at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      boolean signed =
          at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
      if (digit(at + (signed ? 2 : 1))) {
        at += signed ? 2 : 1;
        while (digit(at)) {
          at++;
        }
      }
    }
    if (at < text.length()
        && (Character.isLetter(text.codePointAt(at)) || text.charAt(at) == '_')) {
      throw wrong(start, "a number is followed by a letter; put texts into single quotes");
    }
    add(FilterToken.Kind.NUMBER, text.substring(start, at), start);
  }

  private void word() {
    int start = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-') {
        break;
      }
      at += Character.charCount(c);
    }
    add(FilterToken.Kind.WORD, text.substring(start, at), start);
  }

  private void sign() {
    String two = text.substring(at, Math.min(at + 2, text.length()));
    if (List.of("<=", ">=", "!=", "<>").contains(two)) {
      add(FilterToken.Kind.SIGN, two, at);
      at += 2;
      return;
    }
    String one = text.substring(at, at + Character.charCount(text.codePointAt(at)));
    if (!List.of("(", ")", ",", "<", ">", "=", "%").contains(one)) {
      throw wrong(at, "\"" + one + "\" has no meaning here");
    }
    add(FilterToken.Kind.SIGN, one, at);
    at++;
  }

  private void add(FilterToken.Kind kind, String content, int start) {
    tokens.add(new FilterToken(kind, content, start + 1));
  }

  private static PlumblineException wrong(int at, String why) {
    return new PlumblineException(
        "The filter is wrong at character " + (at + 1) + ": " + why + ".");
  }
}

package dev.plumbline.composition.filter;

/// A piece of an expression.
///
/// @param kind what it is
/// @param text a word as written, a sign, or the content of quotes
/// @param at where it starts, from 1
record FilterToken(Kind kind, String text, int at) {
  /// What a piece is.
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    COLUMN,
    SIGN,
    END
  }

  boolean word(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean sign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// As a sentence names it.
  String shown() {
    String cut = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "'" + cut + "'";
      case COLUMN -> "the column \"" + cut + "\"";
      case WORD, NUMBER, SIGN -> "\"" + cut + "\"";
    };
  }
}

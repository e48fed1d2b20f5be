package dev.plumbline.manifest;

import java.util.Collection;
import java.util.stream.Collectors;

/// Quoting for SQL: every name and text that comes from a user or a file passes through here.
public final class Sql {
  private Sql() {}

  /// A string literal. The engine knows no escape but the doubled quote.
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// String literals with commas between.
  public static String literals(Collection<String> texts) {
    return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
  }

  /// A quoted identifier.
  public static String identifier(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /// A list literal of file names in which `*`, `?` and `[` stand for themselves.
  static String files(Collection<String> files) {
    return files.stream()
        .map(file -> literal(withoutPatterns(file)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String withoutPatterns(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '*' || c == '?' || c == '[') {
        out.append('[').append(c).append(']');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}

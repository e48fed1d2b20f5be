package dev.plumbline.manifest;

/// Turns standard SQL into what Spark's parser takes for the same.
final class SparkDialect {
  private SparkDialect() {}

  /// The query with every backslash in a text doubled: Spark would take a single one for the start
  /// of an escape. Quoted names are left as they are.
  static String of(String sql) {
    StringBuilder out = new StringBuilder(sql.length() + 64);
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && quote == '\'') {
        out.append(c);
      }
      out.append(c);
    }
    return out.toString();
  }
}

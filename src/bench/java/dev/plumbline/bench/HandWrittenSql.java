package dev.plumbline.bench;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.TermList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The aggregates of a profile as an analyst would write them in DuckDB's SQL over the columns of
/// [LaionShards].
///
/// Mentions are counted in two ways: by one regular expression a list, and by splitting captions
/// into words that are joined with the terms.
final class HandWrittenSql {
  private final Lexicon lexicon;
  private final String from;

  /// @param files glob of the Parquet files
  HandWrittenSql(Lexicon lexicon, String files) {
    this.lexicon = lexicon;
    this.from = "read_parquet('" + files.replace("'", "''") + "')";
  }

  /// @param files names of the Parquet files
  HandWrittenSql(Lexicon lexicon, List<String> files) {
    this.lexicon = lexicon;
    this.from =
        files.stream()
            .map(HandWrittenSql::quoted)
            .collect(Collectors.joining(", "))
            .transform(names -> "read_parquet([" + names + "])");
  }

  /// One query a facet.
  List<String> facets() {
    return List.of(
        "SELECT count(*), count(*) FILTER (TEXT IS NULL) FROM " + from,
        group("len(string_split(trim(TEXT), ' '))"),
        "SELECT avg(len(string_split(trim(TEXT), ' '))), avg(length(TEXT)) FROM " + from,
        group("length(TEXT)"),
        "SELECT count(URL), count(DISTINCT URL) FROM " + from,
        "SELECT count(TEXT), count(DISTINCT TEXT) FROM " + from,
        group("LANGUAGE"),
        group("LICENSE"),
        group("NSFW"),
        "SELECT k, count(*) AS n FROM (SELECT regexp_extract(lower(split_part(URL, '/', 3)),"
            + " '[^.]+\\.(?:co|com|org|ac|gov)\\.[a-z]{2}$|[^.]+\\.[^.]+$') AS k FROM "
            + from
            + ") GROUP BY k ORDER BY n DESC LIMIT 1000",
        group("CASE WHEN least(WIDTH, HEIGHT) > 0 THEN least(WIDTH, HEIGHT) END"),
        group("CASE WHEN WIDTH > 0 AND HEIGHT > 0 THEN round(WIDTH / HEIGHT, 1) END"),
        group("floor(similarity * 50)"),
        group("floor(aesthetic * 2)"),
        group("floor(pwatermark * 10)"),
        "SELECT avg(similarity), avg(aesthetic), avg(pwatermark), avg(WIDTH / HEIGHT) FROM "
            + from);
  }

  private String group(String key) {
    return "SELECT " + key + " AS k, count(*) FROM " + from + " GROUP BY k";
  }

  /// Rows that mention a list, by one regular expression.
  String mentions(String list) {
    return "SELECT count(*) FROM " + from + " WHERE " + matches(list);
  }

  private String matches(String list) {
    TermList terms = lexicon.terms().get(list);
    String any =
        terms.terms().stream()
            .map(term -> term.replaceAll("([^\\pL\\pN\\s])", "\\\\$1").replace("'", "''"))
            .collect(Collectors.joining("|"));
    String pattern =
        terms.substring() ? "(?i)(?:%s)" : "(?i)(?:^|[^\\pL\\pN_])(?:%s)(?:$|[^\\pL\\pN_])";
    return "regexp_matches(TEXT, '" + pattern.formatted(any) + "')";
  }

  /// The four cells of a test and the rows in several, by regular expressions.
  String cells(LexiconTest test) {
    return ("SELECT count(*) FILTER (x AND a), count(*) FILTER (x AND b), count(*) FILTER (y AND"
            + " a), count(*) FILTER (y AND b) FROM (SELECT %s AS x, %s AS y, %s AS a, %s AS b"
            + " FROM %s)")
        .formatted(
            matches(test.x()), matches(test.y()), matches(test.a()), matches(test.b()), from);
  }

  /// All rows, and those with at least that similarity, in English, of 3 words or more, no side
  /// below 200 pixels, at most three times as long as wide, without an unpleasant word.
  String kept(double similarity) {
    return "SELECT count(*), count(*) FILTER (kept) FROM (SELECT " + keeps(similarity) + ")";
  }

  /// The same, and rows that mention each list among all and among the kept ones, in one pass.
  String keptLists(double similarity) {
    List<String> counts = new ArrayList<>(List.of("count(*)", "count(*) FILTER (kept)"));
    List<String> mentioned = new ArrayList<>();
    for (String list : lexicon.terms().keySet()) {
      String name = "m" + mentioned.size();
      mentioned.add(matches(list) + " AS " + name);
      counts.add("count(*) FILTER (" + name + ")");
      counts.add("count(*) FILTER (" + name + " AND kept)");
    }
    return "SELECT %s FROM (SELECT %s, %s)"
        .formatted(String.join(", ", counts), String.join(", ", mentioned), keeps(similarity));
  }

  /// Numbers a millionth below a limit pass, as in filters.
  private String keeps(double similarity) {
    return ("coalesce(similarity >= %s - 1e-6 AND lower(trim(LANGUAGE)) = 'en' AND"
            + " len(string_split(trim(TEXT), ' ')) >= 3 AND WIDTH >= 1 AND HEIGHT >= 1 AND"
            + " least(WIDTH, HEIGHT) >= 200 AND greatest(WIDTH, HEIGHT) / least(WIDTH, HEIGHT) <="
            + " 3 + 3e-6 AND NOT %s, false) AS kept FROM %s")
        .formatted(similarity, matches("unpleasant"), from);
  }

  /// Counts of terms, of lists and of pairs of lists in one pass: words are split off, joined with
  /// the terms, and put together again by row. Terms of several words and substring lists are
  /// searched one by one.
  List<String> splitAndJoin() {
    List<String> words = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, TermList> list : lexicon.terms().entrySet()) {
      for (String term : list.getValue().terms()) {
        boolean one = !list.getValue().substring() && term.matches("[\\pL\\pN_]+");
        String row = "(%s, %s)".formatted(quoted(term.toLowerCase()), quoted(list.getKey()));
        (one ? words : others).add(row);
      }
    }
    String split =
        "SELECT row, unnest(list_distinct(string_split_regex(lower(TEXT), '[^\\pL\\pN_]+'))) AS"
            + " term FROM (SELECT TEXT, row_number() OVER () AS row FROM "
            + from
            + ")";
    String found =
        "SELECT row, t.term, list FROM (%s) AS s JOIN (VALUES %s) AS t(term, list) ON s.term = t.term"
            .formatted(split, String.join(", ", words));
    List<String> queries = new ArrayList<>();
    queries.add("CREATE OR REPLACE TEMP TABLE found AS " + found);
    if (!others.isEmpty()) {
      queries.add(
          ("INSERT INTO found SELECT row, term, list FROM (SELECT lower(TEXT) AS text, row_number()"
                  + " OVER () AS row FROM %s) AS s, (VALUES %s) AS t(term, list) WHERE"
                  + " contains(s.text, t.term)")
              .formatted(from, String.join(", ", others)));
    }
    queries.add("SELECT list, term, count(DISTINCT row) FROM found GROUP BY list, term");
    queries.add("SELECT list, count(DISTINCT row) FROM found GROUP BY list");
    queries.add(
        "SELECT p.list, q.list, count(DISTINCT p.row) FROM (SELECT DISTINCT row, list FROM found)"
            + " AS p JOIN (SELECT DISTINCT row, list FROM found) AS q ON p.row = q.row GROUP BY"
            + " p.list, q.list");
    return queries;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

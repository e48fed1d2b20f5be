package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.composition.filter.FilterField;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.TextFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A filter tied to a manifest: a condition over the columns of its [ManifestTable].
///
/// Nothing of an expression's text reaches the engine: numbers go as typed literals of parsed
/// values, terms and long lists stay in Java functions, short lists go as quoted literals, fields
/// and columns as names that Plumbline made.
final class BoundFilter implements AutoCloseable {
  /// The column that holds a caption's [CaptionMarks].
  private static final String MARKS = "marks";

  private static final int LONGEST_LITERAL_LIST = 1000;
  private static final double TOLERANCE = 1e-6;

  private final Manifest manifest;
  private final Lexicon lexicon;
  private final QueryEngine engine;
  private final List<String> columns;
  private final List<TermList> mentions = new ArrayList<>();
  private final List<TextFunction> functions = new ArrayList<>();
  private final String condition;
  private boolean needsCaption;

  /// @param columns columns of the files that the table has anyway; further ones are added
  /// @throws PlumblineException if the manifest or the lexicon lacks what the filter asks for
  BoundFilter(
      Filter filter, Manifest manifest, Lexicon lexicon, List<String> columns, QueryEngine engine) {
    this.manifest = manifest;
    this.lexicon = lexicon;
    this.columns = new ArrayList<>(columns);
    this.engine = engine;
    try {
      condition = sql(filter);
    } catch (PlumblineException e) {
      close();
      throw e;
    }
  }

  /// Columns of the files that the condition needs beside the roles, in the order of their numbers.
  List<String> columns() {
    return List.copyOf(columns);
  }

  /// SQL of the rows of a table with a further column `passes`: true, false or null.
  String rows(String table) {
    String marked = table;
    if (needsCaption) {
      TextFunction marks =
          engine
              .register(new CaptionMarks(mentions)::of)
              .orElseThrow(
                  () ->
                      new PlumblineException(
                          "A filter by terms cannot be applied on a cluster: count with the"
                              + " embedded engine (duckdb), or leave the terms out of the"
                              + " filter."));
      functions.add(marks);
      marked =
          "(SELECT *, %s AS %s FROM %s AS shards)"
              .formatted(marks.call(ManifestTable.text(ColumnRole.CAPTION)), MARKS, table);
    }
    return "(SELECT *, %s AS passes FROM %s AS marked)".formatted(condition, marked);
  }

  private String sql(Filter filter) {
    return switch (filter) {
      case Filter.All _ -> "true";
      case Filter.Compare(Subject subject, Filter.Operator operator, double limit) ->
          compare(number(subject), operator, limit);
      case Filter.Top top ->
          number(top.subject())
              + " >= "
              + literal(
                  top.threshold()
                      .orElseThrow(
                          () -> new IllegalStateException("a threshold is not looked up")));
      case Filter.OneOf(Subject subject, TextSet values) -> oneOf(subject, values);
      case Filter.Missing(Subject subject) -> missing(subject);
      case Filter.Mentions(List<String> terms, boolean anywhere) ->
          mention(new TermList(terms, anywhere));
      case Filter.MentionsList(String list) -> mention(termList(list));
      case Filter.And(List<Filter> all) -> joined(all, " AND ");
      case Filter.Or(List<Filter> any) -> joined(any, " OR ");
      case Filter.Not(Filter negated) -> "(NOT " + sql(negated) + ")";
    };
  }

  private String joined(List<Filter> parts, String glue) {
    return parts.isEmpty()
        ? "true"
        : parts.stream().map(this::sql).collect(Collectors.joining(glue, "(", ")"));
  }

  private static String compare(String number, Filter.Operator operator, double limit) {
    double tolerance = TOLERANCE * Math.max(1, Math.abs(limit));
    String below = literal(limit - tolerance);
    String above = literal(limit + tolerance);
    return switch (operator) {
      case LESS -> "(" + number + " < " + below + ")";
      case AT_MOST -> "(" + number + " <= " + above + ")";
      case GREATER -> "(" + number + " > " + above + ")";
      case AT_LEAST -> "(" + number + " >= " + below + ")";
      case EQUAL -> "(" + number + " BETWEEN " + below + " AND " + above + ")";
    };
  }

  private String oneOf(Subject subject, TextSet values) {
    String text = "lower(trim(" + text(subject) + "))";
    Set<String> set = new HashSet<>(values.values());
    Optional<TextFunction> contains =
        set.size() <= LONGEST_LITERAL_LIST
            ? Optional.empty()
            : engine.register(value -> set.contains(value) ? "1" : "0");
    contains.ifPresent(functions::add);
    return contains
        .map(function -> "(" + function.call(text) + " = '1')")
        .orElseGet(
            () ->
                text
                    + values.values().stream()
                        .map(Sql::literal)
                        .collect(Collectors.joining(", ", " IN (", ")")));
  }

  private String missing(Subject subject) {
    return switch (subject) {
      case Subject.Named _ -> "(" + text(subject) + " IS NULL)";
      case Subject.Known(FilterField field) -> {
        if (field.number() && field.text()) {
          yield "(" + number(subject) + " IS NULL AND " + text(subject) + " IS NULL)";
        }
        yield "(" + (field.number() ? number(subject) : text(subject)) + " IS NULL)";
      }
    };
  }

  private String mention(TermList terms) {
    require(FilterField.CAPTION);
    needsCaption = true;
    int known = mentions.indexOf(terms);
    if (known < 0) {
      known = mentions.size();
      mentions.add(terms);
    }
    return CaptionMarks.mentionSql(MARKS, known);
  }

  private TermList termList(String name) {
    TermList list = lexicon.terms().get(name);
    if (list == null) {
      throw new PlumblineException(
          "The filter names the term list \"%s\", which the lexicon %s does not have: it has %s."
              .formatted(name, lexicon.id(), String.join(", ", lexicon.terms().keySet())));
    }
    return list;
  }

  /// SQL of a number over the columns of [#rows(String)], null where it is missing.
  String number(Subject subject) {
    return switch (subject) {
      case Subject.Named(String column) -> finite(ManifestTable.columnNumber(further(column)));
      case Subject.Known(FilterField field) -> {
        require(field);
        yield known(field);
      }
    };
  }

  private String known(FilterField field) {
    return switch (field) {
      case SIMILARITY -> finite(ManifestTable.number(ColumnRole.SIMILARITY));
      case AESTHETIC -> finite(ManifestTable.number(ColumnRole.AESTHETIC));
      case NSFW -> finite(ManifestTable.number(ColumnRole.NSFW));
      case WATERMARK -> finite(ManifestTable.number(ColumnRole.WATERMARK));
      case FACES -> finite(ManifestTable.number(ColumnRole.FACES));
      case WIDTH -> pixels(ColumnRole.WIDTH);
      case HEIGHT -> pixels(ColumnRole.HEIGHT);
      case SIDE -> sides("least(width_number, height_number)");
      case ASPECT -> sides("width_number / height_number");
      case ELONGATION ->
          sides("greatest(width_number, height_number) / least(width_number, height_number)");
      case WORDS -> caption(CaptionSummary.wordsSql(MARKS));
      case CHARACTERS -> caption(CaptionSummary.charactersSql(MARKS));
      case YEAR ->
          ("TRY_CAST(nullif(regexp_extract(%s,"
                  + " '(?:^|[^0-9])((?:18|19|20)[0-9]{2})(?:[^0-9]|$)', 1), '') AS DOUBLE)")
              .formatted(ManifestTable.text(ColumnRole.YEAR));
      case CAPTION, LANGUAGE, DOMAIN, HOST, URL, LICENSE, SOURCE, UID, HASH ->
          throw new IllegalArgumentException(field + " is no number");
    };
  }

  private String caption(String number) {
    needsCaption = true;
    return "(" + number + ")";
  }

  private String text(Subject subject) {
    return switch (subject) {
      case Subject.Named(String column) ->
          "nullif(trim(" + ManifestTable.columnText(further(column)) + "), '')";
      case Subject.Known(FilterField field) -> {
        require(field);
        String url = ManifestTable.text(ColumnRole.URL);
        yield switch (field) {
          case DOMAIN -> WebDomain.domainSql(WebDomain.authoritySql(url));
          case HOST -> WebDomain.hostSql(WebDomain.authoritySql(url));
          case CAPTION -> ManifestTable.text(ColumnRole.CAPTION);
          default -> word(ColumnRole.valueOf(field.name()));
        };
      }
    };
  }

  /// The word of a role; where it is published as a number there is none.
  private static String word(ColumnRole role) {
    String text = "nullif(trim(" + ManifestTable.text(role) + "), '')";
    return role == ColumnRole.NSFW || role == ColumnRole.WATERMARK
        ? "CASE WHEN " + ManifestTable.number(role) + " IS NULL THEN " + text + " END"
        : text;
  }

  private static String finite(String number) {
    return "(CASE WHEN abs(%1$s) <= %2$s THEN %1$s END)"
        .formatted(number, literal(Double.MAX_VALUE));
  }

  private static String pixels(ColumnRole role) {
    return "(CASE WHEN %1$s >= 1 AND %1$s < 1e9 THEN %1$s END)"
        .formatted(ManifestTable.number(role));
  }

  private static String sides(String expression) {
    return ("(CASE WHEN width_number >= 1 AND width_number < 1e9 AND height_number >= 1 AND"
            + " height_number < 1e9 THEN %s END)")
        .formatted(expression);
  }

  private static String literal(double value) {
    return "CAST(" + value + " AS DOUBLE)";
  }

  private int further(String column) {
    String name =
        manifest.columns().stream()
            .map(Column::name)
            .filter(known -> known.equals(column))
            .findFirst()
            .or(
                () ->
                    manifest.columns().stream()
                        .map(Column::name)
                        .filter(known -> known.equalsIgnoreCase(column))
                        .findFirst())
            .orElseThrow(
                () ->
                    new PlumblineException(
                        "The filter names the column \"%s\", which %s does not have: it has %s."
                            .formatted(
                                column,
                                manifest.files().getFirst(),
                                manifest.columns().stream()
                                    .map(Column::name)
                                    .collect(Collectors.joining(", ")))));
    if (!columns.contains(name)) {
      columns.add(name);
    }
    return columns.indexOf(name);
  }

  private void require(FilterField field) {
    for (ColumnRole role : field.roles()) {
      if (manifest.column(role).isEmpty()) {
        throw new PlumblineException(
            ("The filter asks for %s, but no column of %s is the %s: assign one to it (%s=NAME) or"
                    + " leave the condition out.")
                .formatted(
                    field.key(),
                    manifest.files().getFirst(),
                    role.key().toLowerCase(Locale.ROOT),
                    role.key()));
      }
    }
  }

  @Override
  public void close() {
    functions.forEach(TextFunction::close);
    functions.clear();
  }
}

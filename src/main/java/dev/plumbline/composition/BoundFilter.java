package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.TextFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A filter tied to a manifest, and groups of rows that are told apart: conditions over the columns
/// of its [ManifestTable].
///
/// Nothing of an expression's text reaches the engine: numbers go as typed literals of parsed
/// values, terms and long lists stay in Java functions, short lists go as quoted literals, fields
/// and columns as names that Plumbline made.
final class BoundFilter implements AutoCloseable {
  /// The column that says which of the groups a row is in: the sum of 2ⁿ over their numbers n.
  static final String CELL = "target_cell";

  private static final int LONGEST_LITERAL_LIST = 1000;
  private static final double TOLERANCE = 1e-6;

  private final SubjectSql subjects;
  private final Lexicon lexicon;
  private final QueryEngine engine;
  private final FilterCaptions captions;
  private final HostSql hosts;
  private final List<TextFunction> functions = new ArrayList<>();
  private final String condition;
  private final String cell;

  /// @param groups at most [TargetMix#MOST] conditions
  /// @param columns columns of the files that the table has anyway; further ones are added
  /// @throws PlumblineException if the manifest or the lexicon lacks what is asked for
  BoundFilter(
      Filter filter,
      List<Filter> groups,
      Manifest manifest,
      Lexicon lexicon,
      List<String> columns,
      QueryEngine engine) {
    this.captions = FilterCaptions.of(engine);
    this.hosts = HostSql.of(engine);
    this.subjects = new SubjectSql(manifest, columns, captions, hosts);
    this.lexicon = lexicon;
    this.engine = engine;
    try {
      condition = sql(filter);
      cell = cell(groups);
    } catch (PlumblineException e) {
      close();
      throw e;
    }
  }

  private String cell(List<Filter> groups) {
    StringBuilder sum = new StringBuilder("CAST(0 AS BIGINT)");
    for (int n = 0; n < groups.size(); n++) {
      sum.append(" + CASE WHEN ").append(sql(groups.get(n))).append(" THEN ").append(1L << n);
      sum.append(" ELSE 0 END");
    }
    return sum.toString();
  }

  /// Columns of the files that the conditions need beside the roles, in the order of their numbers.
  List<String> columns() {
    return subjects.columns();
  }

  /// SQL of a number over the columns of [#rows(String)], null where it is missing.
  String number(Subject subject) {
    return subjects.number(subject);
  }

  /// SQL of the rows of a table with the further columns `passes` (true, false or null) and
  /// [#CELL].
  String rows(String table) {
    String marked = table;
    if (subjects.needsCaption()) {
      marked =
          "(SELECT *, %s AS %s FROM %s AS shards)"
              .formatted(
                  captions.marks(ManifestTable.text(ColumnRole.CAPTION)),
                  FilterCaptions.MARKS,
                  table);
    }
    if (subjects.needsHost()) {
      marked =
          "(SELECT *, %s FROM %s AS hosted)"
              .formatted(WebDomain.columnSql(ManifestTable.text(ColumnRole.URL)), marked);
    }
    return "(SELECT *, %s AS passes, %s AS %s FROM %s AS marked)"
        .formatted(condition, cell, CELL, marked);
  }

  private String sql(Filter filter) {
    return switch (filter) {
      case Filter.All _ -> "true";
      case Filter.Compare(Subject subject, Filter.Operator operator, double limit) ->
          compare(subjects.number(subject), operator, limit);
      case Filter.Top top ->
          subjects.number(top.subject())
              + " >= "
              + SubjectSql.literal(
                  top.threshold()
                      .orElseThrow(
                          () -> new IllegalStateException("a threshold is not looked up")));
      case Filter.OneOf(Subject subject, TextSet values) -> oneOf(subject, values);
      case Filter.Missing(Subject subject) -> subjects.missing(subject);
      case Filter.Mentions(List<String> terms, boolean anywhere) ->
          mention(new TermList(terms, anywhere));
      case Filter.HasWord(TextSet words) -> {
        subjects.needCaption();
        yield captions.word(words);
      }
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
    String below = SubjectSql.literal(limit - tolerance);
    String above = SubjectSql.literal(limit + tolerance);
    return switch (operator) {
      case LESS -> "(" + number + " < " + below + ")";
      case AT_MOST -> "(" + number + " <= " + above + ")";
      case GREATER -> "(" + number + " > " + above + ")";
      case AT_LEAST -> "(" + number + " >= " + below + ")";
      case EQUAL -> "(" + number + " BETWEEN " + below + " AND " + above + ")";
    };
  }

  private String oneOf(Subject subject, TextSet values) {
    String text = subjects.folded(subject);
    Set<String> set = subjects.values(subject, values);
    Optional<TextFunction> contains =
        set.size() <= LONGEST_LITERAL_LIST
            ? Optional.empty()
            : engine.register(value -> set.contains(value) ? "1" : "0");
    contains.ifPresent(functions::add);
    String exactly =
        contains
            .map(function -> "(" + function.call(text) + " = '1')")
            .orElseGet(() -> text + " IN (" + Sql.literals(set) + ")");
    return subjects
        .maybe(subject, set)
        .map(
            maybe ->
                "(CASE WHEN %s THEN %s WHEN %s IS NOT NULL THEN false END)"
                    .formatted(maybe, exactly, WebDomain.HOST))
        .orElse(exactly);
  }

  private String mention(TermList terms) {
    subjects.needCaption();
    return captions.mention(terms);
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

  @Override
  public void close() {
    captions.close();
    hosts.close();
    functions.forEach(TextFunction::close);
    functions.clear();
  }
}

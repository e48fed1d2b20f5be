package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.composition.filter.FilterField;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a filter asks of a row, as SQL over the columns of a [ManifestTable]; keeps what the table
/// must have for it.
///
/// Fields and columns go as names that Plumbline made.
final class SubjectSql {
  private final Manifest manifest;
  private final List<String> columns;
  private final FilterCaptions captions;
  private final HostSql hosts;
  private boolean needsCaption;
  private boolean needsHost;

  /// @param columns columns of the files that the table has anyway; further ones are added
  /// @param captions how captions are asked
  /// @param hosts how hosts are asked
  SubjectSql(Manifest manifest, List<String> columns, FilterCaptions captions, HostSql hosts) {
    this.captions = captions;
    this.hosts = hosts;
    this.manifest = manifest;
    this.columns = new ArrayList<>(columns);
  }

  /// Columns of the files that are needed beside the roles, in the order of their numbers.
  List<String> columns() {
    return List.copyOf(columns);
  }

  /// Whether [FilterCaptions#MARKS] must be there.
  boolean needsCaption() {
    return needsCaption;
  }

  /// Whether [WebDomain#columnSql(String)] must be there.
  boolean needsHost() {
    return needsHost;
  }

  /// Asks for [FilterCaptions#MARKS].
  void needCaption() {
    require(FilterField.CAPTION);
    needsCaption = true;
  }

  /// SQL of a number, null where it is missing.
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
      case WORDS -> caption(captions.words());
      case CHARACTERS -> caption(captions.characters());
      case YEAR ->
          ("TRY_CAST(nullif(regexp_extract(%s,"
                  + " '(?:^|[^0-9])((?:18|19|20)[0-9]{2})(?:[^0-9]|$)', 1), '') AS DOUBLE)")
              .formatted(ManifestTable.text(ColumnRole.YEAR));
      case CAPTION, SCRIPT, LANGUAGE, DOMAIN, TLD, HOST, URL, LICENSE, SOURCE, UID, HASH ->
          throw new IllegalArgumentException(field + " is no number");
    };
  }

  private String caption(String asked) {
    needsCaption = true;
    return "(" + asked + ")";
  }

  /// SQL of a text, null where it is missing.
  String text(Subject subject) {
    return switch (subject) {
      case Subject.Named(String column) ->
          "nullif(trim(" + ManifestTable.columnText(further(column)) + "), '')";
      case Subject.Known(FilterField field) -> {
        require(field);
        needsHost |= ofHost(field);
        yield switch (field) {
          case DOMAIN -> hosts.domain(WebDomain.HOST);
          case TLD -> hosts.host(WebDomain.topLevelSql(WebDomain.HOST));
          case HOST -> hosts.host(WebDomain.HOST);
          case SCRIPT -> caption(captions.script());
          case CAPTION -> ManifestTable.text(ColumnRole.CAPTION);
          default -> word(ColumnRole.valueOf(field.name()));
        };
      }
    };
  }

  private static boolean host(Subject subject) {
    return subject instanceof Subject.Known(FilterField field) && ofHost(field);
  }

  private static boolean ofHost(FilterField field) {
    return field == FilterField.DOMAIN || field == FilterField.TLD || field == FilterField.HOST;
  }

  /// SQL of a cheap look at a row that says no only if its text is none of a set, for sets whose
  /// exact answer costs more ([HostSql#maybe(String, Set)]).
  Optional<String> maybe(Subject subject, Set<String> values) {
    return host(subject) ? hosts.maybe(WebDomain.HOST, values) : Optional.empty();
  }

  /// SQL of a text without outer blanks and in lower case, as hosts are anyway.
  String folded(Subject subject) {
    return host(subject) ? text(subject) : "lower(trim(" + text(subject) + "))";
  }

  /// The values of a set as [#folded(Subject)] gives them: names of hosts in their own script
  /// ([WebDomain#key(String)]).
  Set<String> values(Subject subject, TextSet values) {
    return host(subject)
        ? values.values().stream()
            .map(WebDomain::key)
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : new LinkedHashSet<>(values.values());
  }

  /// SQL of whether a row has no such value.
  String missing(Subject subject) {
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

  /// SQL of a number.
  static String literal(double value) {
    return "CAST(" + value + " AS DOUBLE)";
  }

  private int further(String column) {
    List<String> names = manifest.columns().stream().map(Column::name).toList();
    String name =
        names.stream()
            .filter(known -> known.equals(column))
            .findFirst()
            .or(() -> names.stream().filter(known -> known.equalsIgnoreCase(column)).findFirst())
            .orElseThrow(
                () ->
                    new PlumblineException(
                        "The filter names the column \"%s\", which %s does not have: it has %s."
                            .formatted(
                                column,
                                manifest.files().getFirst(),
                                names.stream().collect(Collectors.joining(", ")))));
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
                    + " leave the condition out.%s")
                .formatted(
                    field.key(),
                    manifest.files().getFirst(),
                    role.key().toLowerCase(Locale.ROOT),
                    role.key(),
                    role == ColumnRole.LANGUAGE
                        ? " Languages that are detected are those of a sample: they cannot choose"
                            + " rows."
                        : ""));
      }
    }
  }
}

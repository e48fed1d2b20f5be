package dev.plumbline.composition;

import dev.plumbline.manifest.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// [PublicSuffixes] and [Punycode] in Spark's SQL, for a cluster that cannot call into this
/// process.
///
/// Rules go along as lists of literals, one for each number of labels, which the cluster looks up
/// by hash; those of one label are left out, since a last label is a suffix anyway.
final class HostExpressions implements HostSql {
  private final PublicSuffixes rules;

  HostExpressions(PublicSuffixes rules) {
    this.rules = rules;
  }

  @Override
  public String host(String host) {
    return ("CASE WHEN instr(%1$s, '%2$s') > 0 THEN array_join(transform(split(%1$s, '[.]'), label"
            + " -> CASE WHEN startswith(label, '%2$s') THEN element_at(transform(array(%3$s),"
            + " text -> CASE WHEN text IS NULL OR regexp_like(text, '%4$s') THEN label ELSE"
            + " text END), 1) ELSE label END), '.') ELSE %1$s END")
        .formatted(
            host,
            Punycode.PREFIX,
            PunycodeExpression.decode(
                "substring(label, %d)".formatted(Punycode.PREFIX.length() + 1)),
            WebDomain.NO_LABEL);
  }

  @Override
  public String domain(String host) {
    return ("element_at(transform(array(%s), host -> CASE WHEN host IS NULL OR regexp_like(host,"
            + " '%s') THEN host ELSE element_at(transform(array(split(host, '[.]')), labels ->"
            + " element_at(transform(array(%s), suffix -> CASE WHEN size(labels) > suffix THEN"
            + " array_join(slice(labels, -1 - suffix, suffix + 1), '.') ELSE host END), 1)), 1)"
            + " END), 1)")
        .formatted(host(host), PublicSuffixes.WITHOUT, suffix());
  }

  /// SQL of the number of labels of the suffix.
  private String suffix() {
    Map<Integer, List<String>> exact = byLabels(rules.exact());
    Map<Integer, List<String>> wild = byLabels(rules.wild());
    TreeMap<Integer, List<String>> exceptions = byLabels(rules.exceptions());
    TreeMap<Integer, String> fits = new TreeMap<>();
    exact.forEach((labels, names) -> fits.put(labels, in(labels, names)));
    wild.forEach(
        (labels, names) ->
            fits.merge(
                labels + 1,
                "(size(labels) > %d AND %s)".formatted(labels, in(labels, names)),
                (one, other) -> one + " OR " + other));
    fits.remove(1);
    StringBuilder size = new StringBuilder("CASE");
    exceptions
        .descendingMap()
        .forEach((labels, names) -> when(size, in(labels, names), labels - 1));
    fits.descendingMap().forEach((labels, fit) -> when(size, fit, labels));
    size.append(" ELSE 1 END");
    return size.toString();
  }

  private static TreeMap<Integer, List<String>> byLabels(Collection<String> names) {
    return names.stream()
        .sorted()
        .collect(
            Collectors.groupingBy(
                name -> name.split("[.]", -1).length, TreeMap::new, Collectors.toList()));
  }

  /// SQL of whether the last `labels` labels of a host are one of some names.
  private static String in(int labels, List<String> names) {
    return "array_join(slice(labels, -%1$d, %1$d), '.') IN (%2$s)"
        .formatted(labels, Sql.literals(names));
  }

  /// Domain and top-level domain are the end of the host, so that a look at as many last labels as
  /// they have tells most others apart; hosts in Punycode are left to the exact answer.
  @Override
  public Optional<String> maybe(String host, Set<String> names) {
    if (names.contains(WebDomain.ADDRESS) || names.contains(WebDomain.ONE_LABEL)) {
      return Optional.empty();
    }
    String ends =
        byLabels(names).entrySet().stream()
            .map(
                each ->
                    "substring_index(%s, '.', -%d) IN (%s)"
                        .formatted(host, each.getKey(), Sql.literals(each.getValue())))
            .collect(Collectors.joining(" OR "));
    return Optional.of("instr(%s, '%s') > 0 OR %s".formatted(host, Punycode.PREFIX, ends));
  }

  private static void when(StringBuilder cases, String condition, int size) {
    cases.append(" WHEN ").append(condition).append(" THEN ").append(size);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}

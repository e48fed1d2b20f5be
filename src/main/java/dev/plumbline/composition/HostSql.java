package dev.plumbline.composition;

import dev.plumbline.manifest.QueryEngine;
import java.util.Optional;
import java.util.Set;

/// SQL for the key of a host ([WebDomain]) and its registrable domain ([PublicSuffixes]).
///
/// As with [CaptionSql] two ways lead to the same names: a Java function that the engine calls, or
/// expressions alone.
interface HostSql extends AutoCloseable {
  /// The way that an engine allows.
  static HostSql of(QueryEngine engine) {
    PublicSuffixes rules = PublicSuffixes.bundled();
    return engine
        .register(host -> rules.domain(WebDomain.inOwnScript(host)))
        .<HostSql>map(
            domain ->
                new CalledHosts(domain, engine.register(WebDomain::inOwnScript).orElseThrow()))
        .orElseGet(() -> new HostExpressions(rules));
  }

  /// A host of [WebDomain#hostSql(String)], or a label of it, in its own script; null for null.
  String host(String host);

  /// The domain of what [WebDomain#hostSql(String)] gave; null for null.
  String domain(String host);

  /// SQL of a cheap look at a host of [WebDomain#hostSql(String)] that says no only if neither it
  /// nor its domain or top-level domain is one of some, null for null; empty where
  /// [#domain(String)] is cheap itself or no such look exists.
  Optional<String> maybe(String host, Set<String> names);

  @Override
  void close();
}

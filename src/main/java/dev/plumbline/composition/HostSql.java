package dev.plumbline.composition;

import dev.plumbline.manifest.QueryEngine;

/// SQL for the registrable domain of a host ([PublicSuffixes]).
///
/// As with [CaptionSql] two ways lead to the same names: a Java function that the engine calls, or
/// expressions alone.
interface HostSql extends AutoCloseable {
  /// The way that an engine allows.
  static HostSql of(QueryEngine engine) {
    return engine
        .register(PublicSuffixes.bundled()::domain)
        .<HostSql>map(CalledHosts::new)
        .orElseGet(() -> new HostExpressions(PublicSuffixes.bundled()));
  }

  /// The domain of what [WebDomain#hostSql(String)] gave; null for null.
  String domain(String host);

  @Override
  void close();
}

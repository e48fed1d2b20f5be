package dev.plumbline.composition;

import dev.plumbline.manifest.TextFunction;
import java.util.Optional;
import java.util.Set;

/// [PublicSuffixes] and [Punycode] as functions that the engine calls for each host.
final class CalledHosts implements HostSql {
  private final TextFunction domain;
  private final TextFunction ownScript;

  CalledHosts(TextFunction domain, TextFunction ownScript) {
    this.domain = domain;
    this.ownScript = ownScript;
  }

  @Override
  public String host(String host) {
    return ownScript.call(host);
  }

  @Override
  public String domain(String host) {
    return domain.call(host);
  }

  @Override
  public Optional<String> maybe(String host, Set<String> names) {
    return Optional.empty();
  }

  @Override
  public void close() {
    domain.close();
    ownScript.close();
  }
}

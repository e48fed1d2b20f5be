package dev.plumbline.composition;

import dev.plumbline.manifest.TextFunction;

/// [PublicSuffixes] as a function that the engine calls for each host.
final class CalledHosts implements HostSql {
  private final TextFunction domain;

  CalledHosts(TextFunction domain) {
    this.domain = domain;
  }

  @Override
  public String domain(String host) {
    return domain.call(host);
  }

  @Override
  public void close() {
    domain.close();
  }
}

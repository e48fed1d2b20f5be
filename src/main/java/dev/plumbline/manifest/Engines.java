package dev.plumbline.manifest;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Opens the engines that manifests are counted by.
///
/// Credentials of servers live here, in memory, for as long as the program runs; a study holds the
/// bare address only. A server that none was given for is offered the token of the environment
/// variable `PLUMBLINE_SPARK_TOKEN`, if it is set.
public final class Engines {
  private static final String TOKEN = "PLUMBLINE_SPARK_TOKEN";

  private final Map<String, EngineAddress> known = new ConcurrentHashMap<>();
  private final String token;

  /// @param token offered to servers that no credential was given for; blank for none
  public Engines(String token) {
    this.token = token;
  }

  /// Engines with the token of the environment.
  public static Engines fromEnvironment() {
    return new Engines(Objects.requireNonNullElse(System.getenv(TOKEN), ""));
  }

  /// Keeps an address with its credentials for whoever opens the bare one later.
  public void remember(EngineAddress address) {
    known.put(address.text(), address);
  }

  /// Starts or reaches the engine of a manifest; not for the JavaFX thread.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it does not start, does not answer or refuses
  public QueryEngine open(ManifestSource source) {
    return open(source.engine(), EngineSettings.defaults());
  }

  /// Starts or reaches an engine; not for the JavaFX thread.
  ///
  /// @param settings what the embedded engine may use
  /// @throws dev.plumbline.core.PlumblineException if it does not start, does not answer or refuses
  public QueryEngine open(EngineAddress address, EngineSettings settings) {
    EngineAddress whole = known.get(address.text());
    return (whole == null ? address.withToken(token) : whole).open(settings);
  }

  /// Says nothing of credentials.
  @Override
  public String toString() {
    return "engines";
  }
}

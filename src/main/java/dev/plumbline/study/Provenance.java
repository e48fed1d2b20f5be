package dev.plumbline.study;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the numbers of a study come from, so that they can be obtained again.
///
/// @param version version of Plumbline that ran
/// @param java version of Java
/// @param system operating system and processor
/// @param started when the run began, empty if the study was never run
/// @param seconds how long it took
/// @param complete whether it ran to its end rather than being cancelled
/// @param threads threads it was given
/// @param devices devices really used, without repetition
/// @param seed seed from which every number's own seed is derived
/// @param inputs digest of each input by what it is called: `model NAME`, `manifest NAME`, …;
///   `sha256:…` of its content, or `stat:…` of names, sizes and times of files too large to read
///   twice
public record Provenance(
    String version,
    String java,
    String system,
    Optional<Instant> started,
    double seconds,
    boolean complete,
    int threads,
    List<String> devices,
    long seed,
    Map<String, String> inputs) {
  public Provenance {
    devices = List.copyOf(devices);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /// Provenance of a study that was never run.
  public static Provenance notRun(long seed) {
    return new Provenance(
        Version.text(),
        Runtime.version().toString(),
        thisSystem(),
        Optional.empty(),
        0,
        false,
        0,
        List.of(),
        seed,
        Map.of());
  }

  /// Name, version and processor of this machine's operating system.
  static String thisSystem() {
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + System.getProperty("os.arch");
  }

  /// Provenance of a run.
  static Provenance of(
      RunSettings settings,
      StudyRequest request,
      StudyResult result,
      Map<String, String> inputs,
      Instant started,
      double seconds,
      boolean complete) {
    return new Provenance(
        Version.text(),
        Runtime.version().toString(),
        thisSystem(),
        Optional.of(started),
        seconds,
        complete,
        settings.threads(),
        result.models().stream().flatMap(facts -> facts.device().stream()).distinct().toList(),
        request.association().seed(),
        inputs);
  }
}

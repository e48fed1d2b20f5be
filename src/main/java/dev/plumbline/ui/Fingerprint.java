package dev.plumbline.ui;

import dev.plumbline.core.Digest;
import dev.plumbline.study.Provenance;
import java.nio.charset.StandardCharsets;

/// A short name of everything a result was computed from.
final class Fingerprint {
  private static final int SHOWN = 4;

  private Fingerprint() {}

  /// First and last digits of SHA-256 over version, seed and the digests of all inputs; empty if
  /// the study was never run.
  static String of(Provenance provenance) {
    if (provenance.inputs().isEmpty()) {
      return "";
    }
    Digest.Builder builder = Digest.builder();
    add(builder, provenance.version());
    add(builder, Long.toString(provenance.seed()));
    provenance
        .inputs()
        .forEach(
            (name, digest) -> {
              add(builder, name);
              add(builder, digest);
            });
    String hex = builder.hex();
    return hex.substring(0, SHOWN) + "…" + hex.substring(hex.length() - SHOWN);
  }

  private static void add(Digest.Builder builder, String text) {
    builder.add(text.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
  }
}

package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.QueryEngine;
import picocli.CommandLine.Option;

/// `--engine`: where the rows of manifests are counted.
final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "duckdb|sc://HOST:PORT",
      description = {
        "Query engine: duckdb, embedded (default), or the Spark Connect server of a cluster.",
        "A token it asks for is read from the environment: PLUMBLINE_SPARK_TOKEN. It is sent over"
            + " an",
        "encrypted connection, except to localhost, and stands in no study, result or log."
      })
  private String engine = "duckdb";

  /// Starts or reaches the engine.
  ///
  /// @throws PlumblineException if there is none at that address
  QueryEngine open() {
    try {
      return Engines.fromEnvironment().open(EngineAddress.parse(engine), EngineSettings.defaults());
    } catch (PlumblineException e) {
      throw new PlumblineException("--engine: " + e.getMessage(), e);
    }
  }
}

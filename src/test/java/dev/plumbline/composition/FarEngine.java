package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.BlockSample;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Preview;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QueryException;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.TextFunction;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An engine that cannot call into this process, as a cluster cannot.
///
/// @param near what it does everything else with
record FarEngine(QueryEngine near) implements QueryEngine {
  @Override
  public Manifest read(ManifestSource source, Cancellation cancellation) {
    return near.read(source, cancellation);
  }

  @Override
  public Preview preview(Manifest manifest, int rows, Cancellation cancellation) {
    return near.preview(manifest, rows, cancellation);
  }

  @Override
  public BlockSample sample(Manifest manifest, long rows, long seed, Cancellation cancellation) {
    throw new AssertionError("nothing is drawn");
  }

  @Override
  public QuerySession session() {
    return near.session();
  }

  @Override
  public Optional<TextFunction> register(UnaryOperator<String> function) {
    return Optional.empty();
  }

  @Override
  public boolean callsBack() {
    return false;
  }

  @Override
  public boolean readable(String file) {
    return near.readable(file);
  }

  @Override
  public Reject reject(
      Manifest manifest, String file, QueryException failure, Cancellation cancellation) {
    return near.reject(manifest, file, failure, cancellation);
  }

  @Override
  public void close() {
    // The other one is closed by its owner.
  }
}

package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.StructType;

/// A cluster behind a Spark Connect server: reads Parquet where the cluster sees it and brings back
/// counts.
///
/// Paths without a scheme are the cluster's own; they are made absolute from the current folder. No
/// Java function reaches the cluster. Queries of a session that are cancelled are interrupted
/// there.
final class SparkEngine implements QueryEngine {
  private static final int CONNECT_MILLIS = 5000;

  private final EngineAddress address;
  private final Map<List<Column>, StructType> schemas = new ConcurrentHashMap<>();
  private final EngineAddress.Server server;

  private SparkEngine(EngineAddress address, EngineAddress.Server server) {
    this.address = address;
    this.server = server;
  }

  /// Connects, to know at once whether the server answers: the client itself would try for minutes.
  ///
  /// @throws PlumblineException if nothing listens there or the server refuses
  static SparkEngine connect(EngineAddress address, EngineAddress.Server server) {
    String host = server.host().replaceAll("[\\[\\]]", "");
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, server.port()), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new PlumblineException(
          "No Spark Connect server answers at "
              + server
              + ": check host and port, and that the server runs.",
          e);
    }
    SparkEngine engine = new SparkEngine(address, server);
    try (SparkQuerySession session = engine.session()) {
      session.query("SELECT 1", new Cancellation(), _ -> {});
    } catch (QueryException e) {
      throw new PlumblineException(
          "The Spark Connect server at %s cannot be used: %s%s"
              .formatted(server, e.detail(), e.detail().endsWith(".") ? "" : "."),
          e);
    }
    return engine;
  }

  @Override
  public Manifest read(ManifestSource source, Cancellation cancellation) {
    try (SparkQuerySession session = session()) {
      return new SparkManifestReader(session, cancellation).read(source);
    }
  }

  @Override
  public Preview preview(Manifest manifest, int rows, Cancellation cancellation) {
    try (SparkQuerySession session = session()) {
      return FirstRows.of(manifest, rows, session, cancellation);
    }
  }

  @Override
  public BlockSample sample(Manifest manifest, long rows, long seed, Cancellation cancellation) {
    throw new PlumblineException(
        "Samples are drawn from files of this machine only: profile all rows of "
            + manifest.id()
            + " on the cluster.");
  }

  @Override
  public SparkQuerySession session() {
    return SparkQuerySession.open(server, schemas);
  }

  @Override
  public Optional<TextFunction> register(UnaryOperator<String> function) {
    return Optional.empty();
  }

  @Override
  public boolean callsBack() {
    return false;
  }

  /// The cluster says so itself when it reads.
  @Override
  public boolean readable(String file) {
    return true;
  }

  @Override
  public Reject reject(
      Manifest manifest, String file, QueryException failure, Cancellation cancellation) {
    return ReadFailure.of(file, failure, 0);
  }

  @Override
  public void close() {
    // Every session has ended with its own connection.
  }

  @Override
  public String toString() {
    return address.text();
  }
}

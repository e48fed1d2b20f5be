package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Where manifests are opened and their rows are counted: in this process or on a cluster.
///
/// Both give the same counts for the same files. Work happens in [QuerySession]s, which may run
/// side by side and are closed before the engine.
public interface QueryEngine extends AutoCloseable {
  /// Opens a manifest without reading it through. Files that cannot be read are listed as rejects.
  ///
  /// @throws PlumblineException if a name means no file, formats are mixed, no file is readable or
  ///   an assigned column does not exist
  Manifest read(ManifestSource source, Cancellation cancellation);

  /// The first rows, as text.
  ///
  /// @param rows at most so many
  Preview preview(Manifest manifest, int rows, Cancellation cancellation);

  /// Draws blocks of rows for a quick look, without reading the manifest through. They can be read
  /// until the engine is closed.
  ///
  /// @param rows about so many rows
  /// @param seed another seed, other blocks
  /// @throws PlumblineException if the engine cannot do that
  /// @throws QueryException if a file cannot be read
  BlockSample sample(Manifest manifest, long rows, long seed, Cancellation cancellation);

  /// Rows of all files of a manifest where the files themselves declare them, as Parquet does, and
  /// the engine can tell without counting.
  default OptionalLong declaredRows(Manifest manifest, Cancellation cancellation) {
    return OptionalLong.empty();
  }

  /// About how many rows the files of a manifest have where they do not declare it, by the length
  /// of some of their lines; empty where the engine cannot say.
  default OptionalLong estimatedRows(Manifest manifest, Cancellation cancellation) {
    return OptionalLong.empty();
  }

  /// Starts a session.
  QuerySession session();

  /// Makes a Java function of one text callable within queries until it is closed, if the engine
  /// can call into this process. It is called from several threads; null is never passed and stays
  /// null.
  Optional<TextFunction> register(UnaryOperator<String> function);

  /// Whether queries can call into this process, so that [#register] gives functions.
  boolean callsBack();

  /// Whether a file of an opened manifest is still there.
  boolean readable(String file);

  /// Says why a file of an opened manifest cannot be read.
  ///
  /// @param failure what the engine said about it
  Reject reject(Manifest manifest, String file, QueryException failure, Cancellation cancellation);

  @Override
  void close();
}

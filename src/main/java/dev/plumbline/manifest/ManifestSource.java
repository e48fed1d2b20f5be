package dev.plumbline.manifest;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.DatasetId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a manifest lies, as the user named it.
///
/// @param id name within the study
/// @param files files, folders or globs, at least one; taken together they are one table
/// @param mapping columns the user assigned by hand; roles not named here are recognised
/// @param cluster address of the Spark Connect server that sees the files, never with credentials;
///   empty for files of this machine
public record ManifestSource(
    DatasetId id, List<String> files, Map<ColumnRole, String> mapping, Optional<String> cluster) {
  /// @throws dev.plumbline.core.PlumblineException if the cluster's address is none
  public ManifestSource {
    Arguments.check(!files.isEmpty(), "a manifest needs at least one file");
    files = List.copyOf(files);
    mapping = Collections.unmodifiableMap(new TreeMap<>(mapping));
    cluster =
        cluster
            .map(EngineAddress::parse)
            .filter(address -> !address.embedded())
            .map(EngineAddress::text);
  }

  /// A manifest on this machine.
  public ManifestSource(DatasetId id, List<String> files, Map<ColumnRole, String> mapping) {
    this(id, files, mapping, Optional.empty());
  }

  /// The same with other assigned columns.
  public ManifestSource withMapping(Map<ColumnRole, String> columns) {
    return new ManifestSource(id, files, columns, cluster);
  }

  /// The same with other files.
  public ManifestSource withFiles(List<String> others) {
    return new ManifestSource(id, others, mapping, cluster);
  }

  /// Where its rows are counted; without credentials.
  public EngineAddress engine() {
    return cluster.map(EngineAddress::parse).orElse(EngineAddress.EMBEDDED);
  }
}

package dev.plumbline.manifest;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.DatasetId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where a manifest lies, as the user named it.
///
/// @param id name within the study
/// @param files files, folders or globs, at least one; taken together they are one table
/// @param mapping columns the user assigned by hand; roles not named here are recognised
public record ManifestSource(DatasetId id, List<String> files, Map<ColumnRole, String> mapping) {
  public ManifestSource {
    Arguments.check(!files.isEmpty(), "a manifest needs at least one file");
    files = List.copyOf(files);
    mapping = Collections.unmodifiableMap(new TreeMap<>(mapping));
  }
}

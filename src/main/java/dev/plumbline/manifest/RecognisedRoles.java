package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives an opened manifest its roles, by the first rows of its first groups.
final class RecognisedRoles {
  private static final int SAMPLED_GROUPS = 5;
  private static final int SAMPLED_ROWS = 200;

  private RecognisedRoles() {}

  /// The manifest with roles.
  ///
  /// @throws PlumblineException if an assigned column does not exist
  static Manifest added(
      Manifest bare, ManifestSource source, QuerySession session, Cancellation cancellation) {
    Map<String, List<String>> samples = new HashMap<>();
    for (ShardGroup group : bare.groups().stream().limit(SAMPLED_GROUPS).toList()) {
      for (List<String> row : sample(bare, group, session, cancellation)) {
        for (int i = 0; i < row.size(); i++) {
          samples
              .computeIfAbsent(bare.columns().get(i).name(), _ -> new ArrayList<>())
              .add(row.get(i));
        }
      }
    }
    boolean headerless = bare.groups().stream().noneMatch(group -> group.dialect().header());
    Map<ColumnRole, Recognition> roles =
        new ColumnRecogniser(bare.columns(), headerless, samples)
            .recognise(source.mapping(), String.join(", ", source.files()));
    return new Manifest(
        bare.id(),
        bare.format(),
        bare.groups(),
        bare.bytes(),
        bare.columns(),
        roles,
        bare.rejects(),
        bare.notes());
  }

  /// A damaged first page must not keep the rest from being read: such a group gives no sample.
  private static List<List<String>> sample(
      Manifest manifest, ShardGroup group, QuerySession session, Cancellation cancellation) {
    try {
      return FirstRows.of(manifest, group, SAMPLED_ROWS, session, cancellation);
    } catch (QueryException e) {
      if (e.systemic()) {
        throw e;
      }
      return List.of();
    }
  }
}

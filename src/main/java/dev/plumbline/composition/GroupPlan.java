package dev.plumbline.composition;

import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the rows of a manifest are grouped by, and which scan of it groups by what.
///
/// Rows are grouped by one set of keys for each facet, one for the terms of a caption, one for each
/// column in which repeats are counted, and one for nothing. Files that hold columns apart are
/// scanned once a facet, since each scan then reads that facet's columns alone; others, and rows
/// that a selection picks, are scanned once for all.
final class GroupPlan {
  private static final String STATUS =
      "coalesce(nullif(lower(trim(" + ManifestTable.text(ColumnRole.STATUS) + ")), ''), '–')";

  final boolean blocks;
  final List<GroupScan> scans = new ArrayList<>();
  final List<FacetPlan> plans;
  final List<GroupScan.Group> facets = new ArrayList<>();
  final GroupScan.Group all;
  final GroupScan.Group terms;
  final GroupScan.Group malformed;
  final Optional<GroupScan.Group> statuses;
  final Map<DuplicateKey, GroupScan.Group> duplicates = new EnumMap<>(DuplicateKey.class);

  /// @param apart whether columns are scanned apart
  /// @param blocks whether rows are counted by block too
  /// @param sampling which distinct texts are kept, empty if repeats are not counted
  GroupPlan(
      ManifestTable table,
      boolean apart,
      boolean blocks,
      Optional<DistinctSampling> sampling,
      CaptionSql captions,
      QuerySession session) {
    this.blocks = blocks;
    plans = FacetPlan.of(table, captions);
    GroupScan main = scan();
    all = main.add(List.of(), Optional.empty(), false);
    statuses =
        table.has(ColumnRole.STATUS)
            ? Optional.of(main.add(List.of(STATUS), Optional.empty(), false))
            : Optional.empty();
    malformed = main.add(List.of("malformed"), Optional.empty(), false);
    GroupScan caption = apart ? scan() : main;
    terms = caption.add(List.of(captions.terms(CaptionSql.SUMMARY)), Optional.empty(), true);
    for (FacetPlan plan : plans) {
      facets.add(
          shared(plan)
              .orElseGet(
                  () ->
                      (plan.ofCaption() ? caption : apart ? scan() : main)
                          .add(plan.keys(), plan.value(), plan.ofCaption())));
    }
    sampling.ifPresent(it -> duplicates(table, it, session, apart ? this::scan : () -> main));
  }

  private void duplicates(
      ManifestTable table,
      DistinctSampling distinct,
      QuerySession session,
      Supplier<GroupScan> scan) {
    for (DuplicateKey key : DuplicateKey.values()) {
      if (table.has(key.role())) {
        String sql = distinct.keySql(ManifestTable.text(key.role()), session);
        duplicates.put(key, scan.get().add(List.of(sql), Optional.empty(), false));
      }
    }
  }

  /// The set of an earlier facet with the same keys: rows are grouped by them once.
  private Optional<GroupScan.Group> shared(FacetPlan plan) {
    for (int i = 0; i < facets.size(); i++) {
      if (plans.get(i).keys().equals(plan.keys()) && plans.get(i).value().equals(plan.value())) {
        return Optional.of(facets.get(i));
      }
    }
    return Optional.empty();
  }

  private GroupScan scan() {
    GroupScan scan = new GroupScan("plumbline_groups_" + scans.size(), blocks);
    scans.add(scan);
    return scan;
  }
}

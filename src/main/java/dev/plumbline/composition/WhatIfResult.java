package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Proportion;
import dev.plumbline.manifest.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a selection would leave of a manifest.
///
/// @param dataset the manifest
/// @param settings what was asked for
/// @param resolved the selection with the thresholds that shares of the highest stand for
/// @param failed rows a downloader marked as failed, outside of every other number
/// @param used rows before
/// @param kept rows after
/// @param groups term lists, in the lexicon's order
/// @param terms terms by list
/// @param amplifications one a test, of its targets
/// @param associations one a test of the lexicon, in its order
/// @param reweighting weights that reach the target mix, if one was asked for
/// @param rejects what could not be read
/// @param sample how the rows were chosen if not all were looked at
public record WhatIfResult(
    DatasetId dataset,
    WhatIfSettings settings,
    RowSelection resolved,
    long failed,
    long used,
    long kept,
    List<Retention> groups,
    Map<String, List<Retention>> terms,
    List<ExclusionAmplification> amplifications,
    List<AssociationChange> associations,
    Optional<Reweighting> reweighting,
    List<Reject> rejects,
    Optional<RowSample> sample) {
  public WhatIfResult {
    groups = List.copyOf(groups);
    amplifications = List.copyOf(amplifications);
    associations = List.copyOf(associations);
    rejects = List.copyOf(rejects);
  }

  /// Share of the used rows that is kept; empty if there are none.
  public Optional<Proportion> keptShare() {
    return used == 0 ? Optional.empty() : Optional.of(new Proportion(kept, used));
  }

  /// The values that shares of the highest stand for, by condition.
  public Map<String, Double> thresholds() {
    Map<String, Double> found = new LinkedHashMap<>();
    collect(resolved.filter(), found);
    return found;
  }

  private static void collect(Filter filter, Map<String, Double> found) {
    switch (filter) {
      case Filter.Top top -> top.threshold().ifPresent(value -> found.put(top.text(), value));
      case Filter.And(List<Filter> all) -> all.forEach(part -> collect(part, found));
      case Filter.Or(List<Filter> any) -> any.forEach(part -> collect(part, found));
      case Filter.Not(Filter negated) -> collect(negated, found);
      default -> {
        // a condition of its own
      }
    }
  }

  /// The group of that name.
  public Optional<Retention> group(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst();
  }
}

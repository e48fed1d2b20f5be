package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Arguments;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import dev.plumbline.manifest.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a selection would leave of a manifest.
///
/// @param dataset the manifest
/// @param settings what was asked for
/// @param resolved the selection with the thresholds that shares of the highest stand for
/// @param failed rows a downloader marked as failed, outside of every other number
/// @param used rows before
/// @param kept rows after
/// @param keptInterval interval of the share of the used rows that is kept; empty if there are none
/// @param groups term lists, in the lexicon's order
/// @param terms terms by list
/// @param amplifications one a test, of its targets
/// @param associations one a test of the lexicon, in its order
/// @param cells kept rows by the groups of the target mix, if one was asked for
/// @param reweighting weights that reach the target mix, if one was asked for
/// @param weighted what these weights do to mentions, if there are any
/// @param rejects what could not be read
/// @param sample how the rows were chosen if not all were looked at
public record WhatIfResult(
    DatasetId dataset,
    WhatIfSettings settings,
    RowSelection resolved,
    long failed,
    long used,
    long kept,
    Optional<Interval> keptInterval,
    List<Retention> groups,
    Map<String, List<Retention>> terms,
    List<ExclusionAmplification> amplifications,
    List<AssociationChange> associations,
    Optional<CellCounts> cells,
    Optional<Reweighting> reweighting,
    Optional<WeightedMentions> weighted,
    List<Reject> rejects,
    Optional<RowSample> sample) {
  public WhatIfResult {
    groups = List.copyOf(groups);
    amplifications = List.copyOf(amplifications);
    associations = List.copyOf(associations);
    rejects = List.copyOf(rejects);
  }

  /// The result for other shares of the same groups, or another cap, without counting again.
  ///
  /// @throws IllegalArgumentException if the groups are others or stand in another order
  public WhatIfResult with(TargetMix mix) {
    Arguments.check(settings.mix().sameGroups(mix), "other groups need another count");
    Optional<Reweighting> weights = cells.map(counted -> Reweighting.of(mix, counted.rows()));
    List<CaptionAssociation> equal = associations.stream().map(AssociationChange::kept).toList();
    return new WhatIfResult(
        dataset,
        new WhatIfSettings(settings.lexicon(), settings.selection(), mix),
        resolved,
        failed,
        used,
        kept,
        keptInterval,
        groups,
        terms,
        amplifications,
        associations,
        cells,
        weights,
        weights
            .filter(found -> found.refusal().isEmpty())
            .map(found -> cells.orElseThrow().weighted(found, equal)),
        rejects,
        sample);
  }

  /// Share of the used rows that is kept; empty if there are none.
  public Optional<Proportion> keptShare() {
    return used == 0 ? Optional.empty() : Optional.of(new Proportion(kept, used));
  }

  /// What was counted in a sample of rows chosen one by one.
  WhatIfResult of(RowSample rows) {
    return replaced(keptInterval, groups, terms, amplifications, associations, rows);
  }

  /// What was counted in a sample of blocks, with the intervals that hold for these.
  WhatIfResult of(RowSample rows, BlockKept blocks) {
    Map<String, List<Retention>> ofTerms = new LinkedHashMap<>();
    terms.forEach(
        (list, each) ->
            ofTerms.put(list, each.stream().map(term -> blocks.term(list, term)).toList()));
    return replaced(
        blocks.share(),
        groups.stream().map(blocks::list).toList(),
        ofTerms,
        amplifications.stream().map(blocks::amplification).toList(),
        IntStream.range(0, associations.size())
            .mapToObj(test -> blocks.association(test, associations.get(test)))
            .toList(),
        rows);
  }

  private WhatIfResult replaced(
      Optional<Interval> share,
      List<Retention> ofGroups,
      Map<String, List<Retention>> ofTerms,
      List<ExclusionAmplification> ofPairs,
      List<AssociationChange> ofTests,
      RowSample rows) {
    return new WhatIfResult(
        dataset,
        settings,
        resolved,
        failed,
        used,
        kept,
        share,
        ofGroups,
        ofTerms,
        ofPairs,
        ofTests,
        cells,
        reweighting,
        weighted,
        rejects,
        Optional.of(rows));
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

package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.Optional;

/// One pair of a group and an attribute in the captions.
///
/// @param group term list
/// @param attribute term list
/// @param both rows that mention both
/// @param groupRows rows that mention the group
/// @param attributeRows rows that mention the attribute
/// @param rows used rows whose caption is not null
public record CoOccurrenceCell(
    String group, String attribute, long both, long groupRows, long attributeRows, long rows) {
  public CoOccurrenceCell {
    Arguments.check(
        0 <= both
            && both <= Math.min(groupRows, attributeRows)
            && groupRows + attributeRows - both <= rows,
        "counts must nest: both ≤ each list ≤ all rows");
  }

  /// How far the two occur together beyond chance; empty where not defined ([#reason()]).
  public Optional<PointwiseInformation> pmi() {
    return PointwiseInformation.of(both, groupRows, attributeRows, rows);
  }

  /// Log odds ratio of the attribute in captions with the group against captions without it; empty
  /// where not defined ([#reason()]).
  public Optional<LogOddsRatio> logOddsRatio() {
    return silent()
        ? Optional.empty()
        : LogOddsRatio.of(
            both, groupRows - both, attributeRows - both, rows - groupRows - attributeRows + both);
  }

  private boolean silent() {
    return groupRows == 0 || attributeRows == 0 || groupRows == rows || attributeRows == rows;
  }

  /// Why the ratio is not defined, or PMI is not.
  public Optional<String> reason() {
    if (groupRows == 0 || attributeRows == 0) {
      return Optional.of("No caption mentions " + (groupRows == 0 ? group : attribute) + ".");
    }
    if (silent()) {
      return Optional.of("Every caption mentions " + (groupRows == rows ? group : attribute) + ".");
    }
    return both == 0
        ? Optional.of("PMI is not defined: the two never occur together.")
        : Optional.empty();
  }
}

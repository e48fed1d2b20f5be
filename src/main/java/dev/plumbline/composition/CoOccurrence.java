package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.List;

/// Who is spoken of with what: captions that mention a group and an attribute, for each pair.
///
/// A caption that mentions several groups or attributes counts in several cells.
///
/// @param rows used rows whose caption is not null
/// @param groups term lists that name who or what is spoken of
/// @param attributes term lists that name what they are spoken of with
/// @param groupRows rows that mention each group
/// @param attributeRows rows that mention each attribute
/// @param together rows that mention both: one list a group, one number an attribute
public record CoOccurrence(
    long rows,
    List<String> groups,
    List<String> attributes,
    List<Long> groupRows,
    List<Long> attributeRows,
    List<List<Long>> together) {
  public CoOccurrence {
    groups = List.copyOf(groups);
    attributes = List.copyOf(attributes);
    groupRows = List.copyOf(groupRows);
    attributeRows = List.copyOf(attributeRows);
    together = together.stream().map(List::copyOf).toList();
    Arguments.check(
        groupRows.size() == groups.size()
            && attributeRows.size() == attributes.size()
            && together.size() == groups.size(),
        "a count for each group and attribute");
    for (List<Long> row : together) {
      Arguments.check(row.size() == attributes.size(), "a count for each pair");
    }
  }

  /// Nothing counted.
  public static CoOccurrence none() {
    return new CoOccurrence(0, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// Whether there is no pair.
  public boolean isEmpty() {
    return groups.isEmpty() || attributes.isEmpty();
  }

  /// One pair.
  public CoOccurrenceCell cell(int group, int attribute) {
    return new CoOccurrenceCell(
        groups.get(group),
        attributes.get(attribute),
        together.get(group).get(attribute),
        groupRows.get(group),
        attributeRows.get(attribute),
        rows);
  }
}

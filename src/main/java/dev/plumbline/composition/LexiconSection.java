package dev.plumbline.composition;

import dev.plumbline.core.Labels;
import java.util.List;

/// Lists of a lexicon that are about the same: gender, age, occupations.
///
/// @param id name, of bundled lists that of their file
/// @param label heading to show
/// @param lists names of its lists, each in one section at most
public record LexiconSection(String id, Labels label, List<String> lists) {
  public LexiconSection {
    lists = List.copyOf(lists);
  }

  /// The section with other lists.
  public LexiconSection with(List<String> others) {
    return new LexiconSection(id, label, others);
  }
}

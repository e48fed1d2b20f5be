package dev.plumbline.composition;

import java.util.List;

/// What the weights of a [Reweighting] do to the captions of the kept rows beside reaching their
/// targets.
///
/// @param lists one a term list, in the lexicon's order
/// @param associations one a test, in the lexicon's order
public record WeightedMentions(List<WeightedShare> lists, List<WeightedAssociation> associations) {
  public WeightedMentions {
    lists = List.copyOf(lists);
    associations = List.copyOf(associations);
  }
}

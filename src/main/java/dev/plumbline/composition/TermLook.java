package dev.plumbline.composition;

import java.util.List;
import java.util.Optional;

/// What a term of a list catches in some captions.
///
/// @param term the term
/// @param captions captions that mention it
/// @param alone those of them that mention no other term of the list, and would be lost without it
/// @param covered another term of the list that is found wherever this one is, so that this one
///   adds no caption
/// @param examples places of captions that mention it, from 0; the first ones that differ
public record TermLook(
    String term, int captions, int alone, Optional<String> covered, List<Integer> examples) {
  public TermLook {
    examples = List.copyOf(examples);
  }
}

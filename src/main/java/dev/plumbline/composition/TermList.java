package dev.plumbline.composition;

import java.util.List;

/// A named list of terms.
///
/// @param terms as they are to occur in captions; nothing is stemmed, spaces are allowed
/// @param substring whether a term matches anywhere (scripts without spaces) rather than between
///   non-word characters
public record TermList(List<String> terms, boolean substring) {
  public TermList {
    terms = List.copyOf(terms);
  }
}

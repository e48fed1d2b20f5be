package dev.plumbline.composition;

import dev.plumbline.core.TestId;
import java.util.List;

/// What lies beneath the caption association of a test: how evenly its targets are spoken of, and
/// which words make the difference.
///
/// The words are those of A and B that occur in a caption with X or Y, the most of X first (by
/// falling z, then as in the lexicon). Their prior is informative: `α = prior · n_w / Σ n_w`, with
/// `n_w` the captions of the whole manifest that mention the word.
///
/// @param test test it belongs to
/// @param balance first and second moments
/// @param prior α₀: the number of words of A and B that any caption mentions, so that a word weighs
///   one mention on average
/// @param x mentions of words of A and B in captions with X
/// @param y mentions of words of A and B in captions with Y
/// @param words one a word
public record TargetContrast(
    TestId test, TargetBalance balance, double prior, long x, long y, List<WordContrast> words) {
  public TargetContrast {
    words = List.copyOf(words);
  }
}

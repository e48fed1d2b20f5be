package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.List;

/// Where a term stands in a caption.
///
/// @param start position of its first `char`
/// @param end position behind its last one
public record TermSpan(int start, int end) {
  /// All places of a term, found as a profile finds it ([TermMatcher]), that do not overlap.
  ///
  /// @param substring whether it is found anywhere, rather than between non-word characters
  public static List<TermSpan> of(String term, boolean substring, String caption) {
    char[] wanted = CaseFolding.fold(term);
    char[] text = CaseFolding.fold(caption);
    List<TermSpan> spans = new ArrayList<>();
    for (int at = 0; wanted.length > 0 && at + wanted.length <= text.length; ) {
      if (isAt(wanted, substring, text, at)) {
        spans.add(new TermSpan(at, at + wanted.length));
        at += wanted.length;
      } else {
        at++;
      }
    }
    return List.copyOf(spans);
  }

  private static boolean isAt(char[] wanted, boolean substring, char[] text, int at) {
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] != text[at + i]) {
        return false;
      }
    }
    return substring
        || !WordCharacters.before(text, at) && !WordCharacters.at(text, at + wanted.length);
  }
}

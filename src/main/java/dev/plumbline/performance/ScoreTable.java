package dev.plumbline.performance;

import java.util.List;

/// What a file of scores holds.
///
/// @param format kind of file recognised, such as `open_clip results`
/// @param scores finite scores in the file's order
/// @param notes what was left out and why
public record ScoreTable(String format, List<Score> scores, List<String> notes) {
  public ScoreTable {
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }
}

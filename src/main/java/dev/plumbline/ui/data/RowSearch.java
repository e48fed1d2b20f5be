package dev.plumbline.ui.data;

import dev.plumbline.manifest.Preview;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Finds rows of a preview by words: each word must stand in one of the row's cells, whatever its
/// case. No word, every row.
final class RowSearch {
  private RowSearch() {}

  /// The rows that hold all words, in their order.
  static List<List<String>> of(Preview preview, String words) {
    List<String> wanted =
        Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return preview.rows().stream()
        .filter(row -> wanted.stream().allMatch(word -> holds(row, word)))
        .toList();
  }

  private static boolean holds(List<String> row, String word) {
    return row.stream()
        .filter(Objects::nonNull)
        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(word));
  }
}

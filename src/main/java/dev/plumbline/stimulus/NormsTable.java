package dev.plumbline.stimulus;

import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The user's own copy of published norms.
///
/// @param source whose they are
/// @param file where they were read
/// @param entries words or names of images with their ratings, in the file's order
/// @param notes what a reader should know, such as a row count that no release has
public record NormsTable(NormsSource source, Path file, List<Entry> entries, List<String> notes) {
  public NormsTable {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /// A word or an image.
  ///
  /// @param name the word, or the theme that names the image's file
  /// @param ratings finite ratings, at least of valence
  public record Entry(String name, Map<NormsDimension, Double> ratings) {
    public Entry {
      ratings = Map.copyOf(ratings);
    }
  }

  /// The names that a rule takes, by falling rating; of equal ones the file's first comes first.
  ///
  /// @throws PlumblineException if the table is too small or lacks the dimension
  public List<String> select(Selection rule) {
    if (2L * rule.n() > entries.size()) {
      throw new PlumblineException(
          "%s has %,d entries, too few to take %,d at each end."
              .formatted(file, entries.size(), rule.n()));
    }
    if (!entries.getFirst().ratings().containsKey(rule.by())) {
      throw new PlumblineException(file + " has no ratings of " + rule.by().label() + ".");
    }
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(
        Comparator.comparingDouble((Entry entry) -> entry.ratings().get(rule.by())).reversed());
    int from = rule.end() == Selection.End.TOP ? 0 : sorted.size() - rule.n();
    return sorted.subList(from, from + rule.n()).stream().map(Entry::name).toList();
  }
}

package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A filter of the DataComp benchmark, as far as a manifest's columns allow it (Gadre et al. 2023,
/// arXiv 2304.14108; limits as in the authors' `baselines/apply_filter.py`).
///
/// - `basic`: English, more than 2 words, more than 5 characters, shorter side at least 200 pixels,
///   longer side at most 3 times the shorter.
/// - `clip`: the 30 % with the highest similarity by CLIP ViT-L/14.
/// - `laion2b`: English, similarity by CLIP ViT-B/32 at least 0.28.
/// - `text`: English, a word of the caption in an ImageNet-21k synset. The words of the synsets are
///   the user's: the original looks up each word's base form and its first sense in WordNet, here a
///   word counts as it stands in the list.
/// - `image`, `image-clip`: near clusters of ImageNet pictures. Cannot be had from a manifest.
///
/// @param id name
/// @param filter the filter; empty if nothing of it can be had
/// @param notes what departs from the original, and why
public record FilterPreset(String id, Optional<Filter> filter, List<Note> notes) {
  /// Id of the preset whose words the user gives.
  public static final String TEXT = "text";

  private static final String L14 = "clip_l14_similarity_score";
  private static final String B32 = "clip_b32_similarity_score";

  public FilterPreset {
    notes = List.copyOf(notes);
  }

  /// A departure from the original.
  ///
  /// @param id name of the kind of departure
  /// @param sentence what and why
  public record Note(String id, String sentence) {}

  private static final Note NO_LANGUAGE =
      new Note(
          "no-language",
          "English is not asked for: the manifest has no language column, and fastText's detector"
              + " is not part of Plumbline.");
  private static final Note LANGUAGE_COLUMN =
      new Note(
          "language-column",
          "English by the manifest's language column instead of the detector used by DataComp.");
  private static final Note NO_SIZE =
      new Note(
          "no-size", "Size and aspect are not asked for: the manifest has no width and height.");
  private static final Note OTHER_SCORE =
      new Note(
          "other-score",
          "By the manifest's similarity column, which may be the score of another CLIP model than"
              + " in DataComp.");
  private static final Note NO_SCORE =
      new Note("no-score", "The manifest has no similarity column.");
  private static final Note NO_SYNSETS =
      new Note(
          "no-synsets",
          "Needs a list of the words of ImageNet-21k's synsets, one a line or with commas between,"
              + " such as the published imagenet21k_wordnet_lemmas.txt: name it with"
              + " --words FILE.");
  private static final Note LISTED_WORDS =
      new Note(
          "listed-words",
          "A word of a caption counts where it stands so in the list, in any case; DataComp looks"
              + " up its base form and that form's first sense in WordNet. So inflected forms count"
              + " only where they are listed, and a listed word counts in all its senses.");
  private static final Note NO_CLUSTERS =
      new Note(
          "no-clusters", "Needs clusters of CLIP image features, which a manifest does not hold.");

  private static final FilterPreset TEXT_WITHOUT_WORDS =
      new FilterPreset(TEXT, Optional.empty(), List.of(NO_SYNSETS));

  /// All presets for a manifest, `text` without its words.
  public static List<FilterPreset> of(Manifest manifest) {
    return of(manifest, Optional.empty());
  }

  /// All presets for a manifest.
  ///
  /// @param words file with the words that `text` asks for
  /// @throws dev.plumbline.core.PlumblineException if it cannot be read as a list of words
  public static List<FilterPreset> of(Manifest manifest, Optional<String> words) {
    return List.of(
        basic(manifest),
        clip(manifest),
        laion(manifest),
        words.map(file -> text(manifest, file)).orElse(TEXT_WITHOUT_WORDS),
        new FilterPreset("image", Optional.empty(), List.of(NO_CLUSTERS)),
        new FilterPreset("image-clip", Optional.empty(), List.of(NO_CLUSTERS)));
  }

  private static FilterPreset basic(Manifest manifest) {
    List<String> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    english(manifest, parts, notes);
    parts.add("words > 2 and characters > 5");
    if (has(manifest, ColumnRole.WIDTH) && has(manifest, ColumnRole.HEIGHT)) {
      parts.add("side >= 200 and elongation <= 3");
    } else {
      notes.add(NO_SIZE);
    }
    return new FilterPreset("basic", Optional.of(all(parts)), notes);
  }

  private static FilterPreset clip(Manifest manifest) {
    return score(manifest, L14, "clip", " top 30%", List.of(), List.of());
  }

  private static FilterPreset laion(Manifest manifest) {
    List<String> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    english(manifest, parts, notes);
    return score(manifest, B32, "laion2b", " >= 0.28", parts, notes);
  }

  private static FilterPreset text(Manifest manifest, String words) {
    List<String> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    english(manifest, parts, notes);
    notes.add(LISTED_WORDS);
    Filter word = new Filter.HasWord(TextSet.readWords(words));
    Filter filter = parts.isEmpty() ? word : new Filter.And(List.of(all(parts), word));
    return new FilterPreset(TEXT, Optional.of(filter), notes);
  }

  private static FilterPreset score(
      Manifest manifest,
      String column,
      String id,
      String condition,
      List<String> others,
      List<Note> otherNotes) {
    List<String> parts = new ArrayList<>(others);
    List<Note> notes = new ArrayList<>(otherNotes);
    Optional<String> own =
        manifest.columns().stream()
            .map(Column::name)
            .filter(name -> name.equalsIgnoreCase(column))
            .findFirst();
    if (own.isEmpty() && !has(manifest, ColumnRole.SIMILARITY)) {
      return new FilterPreset(id, Optional.empty(), List.of(NO_SCORE));
    }
    if (own.isEmpty()) {
      notes.add(OTHER_SCORE);
    }
    parts.add(own.map(name -> "\"" + name + "\"").orElse("similarity") + condition);
    return new FilterPreset(id, Optional.of(all(parts)), notes);
  }

  private static void english(Manifest manifest, List<String> parts, List<Note> notes) {
    if (has(manifest, ColumnRole.LANGUAGE)) {
      parts.add("language = 'en'");
      notes.add(LANGUAGE_COLUMN);
    } else {
      notes.add(NO_LANGUAGE);
    }
  }

  private static Filter all(List<String> parts) {
    return Filter.parse(String.join(" and ", parts));
  }

  private static boolean has(Manifest manifest, ColumnRole role) {
    return manifest.column(role).isPresent();
  }
}

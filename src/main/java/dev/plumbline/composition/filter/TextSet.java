package dev.plumbline.composition.filter;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Texts to compare with: trimmed, in lower case, each once, in the order given.
///
/// @param values the texts
/// @param file the list file they come from, as the user named it
public record TextSet(List<String> values, Optional<String> file) {
  private static final Pattern SYNSET = Pattern.compile("[nvars][0-9]{8}");
  private static final int LARGEST_FILE = 512 << 20;

  public TextSet {
    Arguments.check(!values.isEmpty(), "a set needs a text");
    values = List.copyOf(values);
  }

  /// Texts written into an expression.
  public static TextSet of(Collection<String> texts) {
    return new TextSet(folded(texts.stream()), Optional.empty());
  }

  /// Texts from a file, one a line in UTF-8; blank lines and lines that start with `#` are skipped.
  ///
  /// @throws PlumblineException if the file cannot be read or holds no text
  public static TextSet read(String file) {
    return read(file, Stream::of);
  }

  /// Words from a file, one a line or several with commas between, as in lists of the lemmas of
  /// synsets; blank lines and lines that start with `#` are skipped.
  ///
  /// @throws PlumblineException if the file cannot be read or holds no word but numbers of synsets
  public static TextSet readWords(String file) {
    TextSet words = read(file, line -> Stream.of(line.split(",")));
    if (words.values().stream().allMatch(word -> SYNSET.matcher(word).matches())) {
      throw new PlumblineException(
          "The list "
              + file
              + " holds numbers of WordNet's synsets: give the list of their words instead"
              + " (imagenet21k_wordnet_lemmas.txt is published beside"
              + " imagenet21k_wordnet_ids.txt).");
    }
    return words;
  }

  private static TextSet read(String file, Function<String, Stream<String>> entries) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LARGEST_FILE) {
        throw new PlumblineException("The list " + file + " is larger than 512 MB: split it.");
      }
      List<String> values;
      try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
        values =
            folded(
                lines
                    .map(line -> line.startsWith("\ufeff") ? line.substring(1) : line)
                    .filter(line -> !line.strip().startsWith("#"))
                    .flatMap(entries)
                    .filter(entry -> !entry.isBlank()));
      }
      if (values.isEmpty()) {
        throw new PlumblineException("The list " + file + " is empty: give it one entry a line.");
      }
      return new TextSet(values, Optional.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new PlumblineException("The list " + file + " cannot be read: check the path.", e);
    } catch (java.io.UncheckedIOException e) {
      throw new PlumblineException(
          e.getCause() instanceof CharacterCodingException
              ? "The list " + file + " is not UTF-8: save it as UTF-8."
              : "The list " + file + " cannot be read: check the path.",
          e);
    }
  }

  private static List<String> folded(Stream<String> texts) {
    LinkedHashSet<String> set = new LinkedHashSet<>();
    texts.map(text -> text.strip().toLowerCase(Locale.ROOT)).forEach(set::add);
    return List.copyOf(set);
  }
}

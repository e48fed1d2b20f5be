package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lists of a lexicon under headings, in the lexicon's order.
public final class ListSections {
  private ListSections() {}

  /// The lists by heading whose name, key or terms hold the words looked for: under the headings of
  /// the lexicon's sections, the others by what they are for.
  public static Map<String, List<String>> of(Lexicon lexicon, String words, Look look) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (String list : lexicon.terms().keySet()) {
      if (fits(lexicon, list, wanted, look)) {
        sections.computeIfAbsent(heading(lexicon, list, look), _ -> new ArrayList<>()).add(list);
      }
    }
    return sections;
  }

  /// The heading that a list stands under.
  static String heading(Lexicon lexicon, String list, Look look) {
    return lexicon
        .section(list)
        .map(section -> section.label().in(look.locale()))
        .orElseGet(
            () -> look.text("lexicon.part." + LexiconDraft.part(lexicon, list) + ".heading"));
  }

  private static boolean fits(Lexicon lexicon, String list, String wanted, Look look) {
    return wanted.isEmpty()
        || list.toLowerCase(Locale.ROOT).contains(wanted)
        || name(lexicon, list, look).toLowerCase(Locale.ROOT).contains(wanted)
        || lexicon.terms().get(list).terms().stream()
            .anyMatch(term -> term.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// The name of a list in the user's language.
  public static String name(Lexicon lexicon, String list, Look look) {
    return Optional.ofNullable(lexicon.labels().get(list))
        .map(labels -> labels.in(look.locale()))
        .orElse(list);
  }
}

package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.ui.session.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lists of a lexicon under headings, in the lexicon's order.
final class ListSections {
  private ListSections() {}

  /// The lists by heading whose name, key or terms hold the words looked for.
  static Map<String, List<String>> of(Lexicon lexicon, String words, Look look) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (LexiconDraft.Part part : LexiconDraft.Part.values()) {
      List<String> lists =
          lexicon.terms().keySet().stream()
              .filter(list -> LexiconDraft.part(lexicon, list) == part)
              .filter(list -> fits(lexicon, list, wanted, look))
              .toList();
      if (!lists.isEmpty()) {
        sections.put(look.text("lexicon.part." + part + ".heading"), lists);
      }
    }
    return sections;
  }

  private static boolean fits(Lexicon lexicon, String list, String wanted, Look look) {
    return wanted.isEmpty()
        || list.toLowerCase(Locale.ROOT).contains(wanted)
        || name(lexicon, list, look).toLowerCase(Locale.ROOT).contains(wanted)
        || lexicon.terms().get(list).terms().stream()
            .anyMatch(term -> term.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// The name of a list in the user's language.
  static String name(Lexicon lexicon, String list, Look look) {
    return Optional.ofNullable(lexicon.labels().get(list))
        .map(labels -> labels.in(look.locale()))
        .orElse(list);
  }
}

package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a term list catches in some captions: which terms do the catching, and what it looks like.
///
/// Matching is that of a profile ([TermMatcher]). Two spellings that differ in case alone are one
/// term and have the same numbers.
///
/// @param captions number of captions looked at
/// @param caught captions that mention a term of the list
/// @param terms one entry a term, in the list's order
public record ListLook(int captions, int caught, List<TermLook> terms) {
  private static final int EXAMPLES = 60;

  public ListLook {
    terms = List.copyOf(terms);
  }

  /// Looks for the terms of a list.
  public static ListLook of(TermList list, List<String> captions) {
    TermMatcher matcher = new TermMatcher(only(list));
    int[] mentions = new int[matcher.terms()];
    int[] alone = new int[matcher.terms()];
    List<Map<String, Integer>> examples = new ArrayList<>();
    for (int id = 0; id < matcher.terms(); id++) {
      examples.add(new LinkedHashMap<>());
    }
    int caught = 0;
    for (int i = 0; i < captions.size(); i++) {
      BitSet found = matcher.find(captions.get(i));
      int terms = found.cardinality();
      caught += terms > 0 ? 1 : 0;
      for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
        mentions[id]++;
        alone[id] += terms == 1 ? 1 : 0;
        if (examples.get(id).size() < EXAMPLES) {
          examples.get(id).putIfAbsent(captions.get(i), i);
        }
      }
    }
    Map<String, Integer> ids = matcher.ids().getOrDefault("list", Map.of());
    Map<Integer, String> names = new HashMap<>();
    ids.forEach((term, id) -> names.putIfAbsent(id, term));
    List<TermLook> terms = new ArrayList<>();
    for (String term : list.terms()) {
      int id = ids.get(term);
      Optional<String> covered = covering(matcher.find(term), id).map(names::get);
      terms.add(
          new TermLook(
              term,
              mentions[id],
              covered.isPresent() ? 0 : alone[id],
              covered,
              List.copyOf(examples.get(id).values())));
    }
    return new ListLook(captions.size(), caught, terms);
  }

  /// How many captions mention each list of a lexicon.
  public static Map<String, Integer> caught(Lexicon lexicon, List<String> captions) {
    TermMatcher matcher = new TermMatcher(lexicon);
    List<BitSet> lists = new ArrayList<>();
    for (Map<String, Integer> ids : matcher.ids().values()) {
      BitSet terms = new BitSet();
      ids.values().forEach(terms::set);
      lists.add(terms);
    }
    int[] caught = new int[lists.size()];
    for (String caption : captions) {
      BitSet found = matcher.find(caption);
      for (int i = 0; i < caught.length && !found.isEmpty(); i++) {
        caught[i] += lists.get(i).intersects(found) ? 1 : 0;
      }
    }
    Map<String, Integer> named = new LinkedHashMap<>();
    for (String list : matcher.ids().keySet()) {
      named.put(list, caught[named.size()]);
    }
    return named;
  }

  private static Lexicon only(TermList list) {
    return new Lexicon("look", Map.of("list", list), Map.of(), List.of());
  }

  private static Optional<Integer> covering(BitSet found, int own) {
    return found.stream().filter(id -> id != own).boxed().findFirst();
  }
}

package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which list of a draft is which list of the study, whatever they are called by now: each list has
/// a number that it keeps when it is renamed, in every state of the draft that undo may come back
/// to.
final class ListIdentities {
  private final Map<Lexicon, Map<String, Integer>> states = new HashMap<>();
  private Map<String, Integer> studied = Map.of();
  private int next;

  /// Begins with lists as the study has them.
  void begin(Lexicon lexicon) {
    states.clear();
    studied = numbered(lexicon, Map.of());
    states.put(lexicon, studied);
  }

  /// Notes a change that renames nothing.
  void edited(Lexicon before, Lexicon after) {
    states.putIfAbsent(after, numbered(after, of(before)));
  }

  /// Notes that a list was renamed.
  void renamed(Lexicon before, Lexicon after, String old, String name) {
    Map<String, Integer> numbers = new HashMap<>(of(before));
    Integer number = numbers.remove(old);
    if (number != null) {
      numbers.put(name, number);
    }
    states.put(after, numbered(after, numbers));
  }

  /// Notes that the study has these lists now.
  void saved(Lexicon lexicon) {
    studied = of(lexicon);
  }

  /// The lists of the study that are called otherwise in a draft: old name, new name.
  Map<String, String> renames(Lexicon draft) {
    Map<Integer, String> now = new HashMap<>();
    of(draft).forEach((name, number) -> now.put(number, name));
    Map<String, String> renames = new LinkedHashMap<>();
    studied.forEach(
        (old, number) -> {
          String name = now.get(number);
          if (name != null && !name.equals(old)) {
            renames.put(old, name);
          }
        });
    return renames;
  }

  private Map<String, Integer> of(Lexicon lexicon) {
    return states.getOrDefault(lexicon, Map.of());
  }

  private Map<String, Integer> numbered(Lexicon lexicon, Map<String, Integer> known) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String list : lexicon.terms().keySet()) {
      Integer number = known.get(list);
      numbers.put(list, number == null ? next++ : number);
    }
    return numbers;
  }
}

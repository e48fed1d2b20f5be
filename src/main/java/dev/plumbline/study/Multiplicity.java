package dev.plumbline.study;

import dev.plumbline.relation.BenjaminiHochberg;
import dev.plumbline.relation.Holm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;

/// How p is adjusted for the number of tests; the family is one model's battery.
public enum Multiplicity {
  /// Share of false discoveries.
  BENJAMINI_HOCHBERG,
  /// Chance of any false discovery.
  HOLM;

  /// The rows with q adjusted this way over each model's measured rows, in their order.
  public List<BiasRow> adjust(List<BiasRow> rows) {
    List<BiasRow> adjusted = new ArrayList<>(rows);
    for (var model : new LinkedHashSet<>(rows.stream().map(BiasRow::model).toList())) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).model().equals(model)) {
          places.add(i);
        }
      }
      List<OptionalDouble> p = places.stream().map(i -> rows.get(i).p()).toList();
      List<OptionalDouble> q = this == HOLM ? Holm.adjust(p) : BenjaminiHochberg.adjust(p);
      for (int i = 0; i < places.size(); i++) {
        adjusted.set(places.get(i), rows.get(places.get(i)).withQ(q.get(i)));
      }
    }
    return adjusted;
  }
}

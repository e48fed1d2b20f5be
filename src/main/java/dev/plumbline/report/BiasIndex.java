package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import dev.plumbline.study.BiasRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the row of a model, test and order; of several the first.
final class BiasIndex {
  private final Map<Place, BiasRow> rows = new HashMap<>();

  private record Place(ModelId model, String test, String order) {}

  BiasIndex(List<BiasRow> rows) {
    for (BiasRow row : rows) {
      this.rows.putIfAbsent(new Place(row.model(), row.test().value(), row.order().label()), row);
    }
  }

  Optional<BiasRow> find(ModelId model, String test, String order) {
    return Optional.ofNullable(rows.get(new Place(model, test, order)));
  }
}

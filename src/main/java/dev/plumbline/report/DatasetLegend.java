package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;

/// Legend of the datasets that some models were trained on, in the study's order.
final class DatasetLegend {
  private DatasetLegend() {}

  static List<LegendItem> items(List<ModelId> models, FamilyMarkers facts, ChartStyle style) {
    List<String> present =
        models.stream().flatMap(model -> facts.dataset(model).stream()).distinct().toList();
    List<String> ordered = new ArrayList<>(style.colours().datasets());
    ordered.retainAll(present);
    present.stream().filter(it -> !ordered.contains(it)).forEach(ordered::add);
    List<LegendItem> items = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      String dataset = ordered.get(i);
      SeriesKey key = new SeriesKey(i, dataset, new Subject.Dataset(dataset));
      items.add(ChartFrame.swatch(key, style.colours().of(dataset, style.theme()), style));
    }
    return items;
  }
}

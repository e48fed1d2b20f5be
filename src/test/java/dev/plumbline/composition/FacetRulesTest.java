package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.QuerySession;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FacetRulesTest {
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  private static List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    try (QuerySession session = engine.session()) {
      session.query(sql, new Cancellation(), row -> values.add(row.text(1)));
    }
    return values;
  }

  @Test
  void theEngineAndJavaPutNumbersIntoTheSameBins() {
    Random random = new Random(3);
    for (NumericBins bins :
        List.of(
            NumericBins.even(0, 50, 50),
            NumericBins.real(0.33, 0.5, 2),
            NumericBins.whole(0, 1, 5))) {
      List<Double> values = new ArrayList<>(List.of(-1.0, 0.0, 1.0, 5.0, 0.02, 0.28, 1e9));
      for (int i = 0; i < 200; i++) {
        values.add((double) (float) (random.nextInt(200) / 100.0));
      }
      StringBuilder sql = new StringBuilder("SELECT " + bins.indexSql("v") + " FROM (VALUES ");
      values.forEach(value -> sql.append('(').append(value).append("::DOUBLE),"));
      sql.setLength(sql.length() - 1);
      List<String> indexes = column(sql + ") t(v)");
      for (int i = 0; i < values.size(); i++) {
        assertEquals(Integer.toString(bins.index(values.get(i))), indexes.get(i));
      }
    }
  }

  @Test
  void binsAreNamedByTheirEdges() {
    NumericBins whole = NumericBins.whole(0, 1, 3, 5);
    assertEquals("0", whole.label(whole.index(0)));
    assertEquals("1–2", whole.label(whole.index(2)));
    assertEquals("≥5", whole.label(whole.index(7)));
    NumericBins real = NumericBins.even(0, 50, 50);
    assertEquals("0.28–0.30", real.label(real.index(0.28f)));
    assertEquals("0.28–0.30", real.label(real.index(0.2999)));
    assertEquals("<0.00", real.label(real.index(-0.1)));
    assertEquals("≥0.98", real.label(real.index(1)));
  }

  @Test
  void emptyBinsAreShownBetweenOthersOnly() {
    NumericBins bins = NumericBins.whole(0, 1, 2, 3, 4);

    List<Bin> shown = bins.bins(new long[] {0, 0, 3, 0, 1, 0}, 4);

    assertEquals(List.of(new Bin("1", 3, 0.75), new Bin("2", 0, 0), new Bin("3", 1, 0.25)), shown);
  }
}

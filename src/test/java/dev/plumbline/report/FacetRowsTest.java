package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plumbline.composition.Bin;
import dev.plumbline.composition.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FacetRowsTest {
  private static FacetRows rows(List<Bin> bins, long missing) {
    Facet facet = new Facet("domain", bins, missing, OptionalDouble.empty());
    return new FacetRows(List.of(facet), "domain", Messages.load("report", Locale.ENGLISH));
  }

  private static List<String> names(FacetRows rows) {
    return rows.rows().stream().map(CompositionBars.Row::name).toList();
  }

  @Test
  void rareNamesAreOneBarBehindTheFrequentOnesHoweverManyRowsItSums() {
    List<Bin> bins =
        List.of(
            new Bin(Facet.TOGETHER, 900, 0.9),
            new Bin("a.org", 60, 0.06),
            new Bin("b.org", 40, 0.04));
    FacetRows rows = rows(bins, 7);
    String rest = Messages.load("report", Locale.ENGLISH).text("composition.rest");
    String missing = Messages.load("report", Locale.ENGLISH).text("composition.missing");
    assertEquals(List.of("a.org", "b.org", rest, missing), names(rows));
    assertEquals(900, rows.count(facet(bins), rows.rows().get(2).key()));
  }

  @Test
  void namesThatHaveNoBarOfTheirOwnAreInTheLastOne() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      bins.add(new Bin("site%02d.org".formatted(i), 100 - i, (100 - i) / 5050.0));
    }
    FacetRows rows = rows(bins, 0);
    List<CompositionBars.Row> drawn = rows.rows();
    assertEquals("site00.org", drawn.getFirst().name());
    assertFalse(drawn.getLast().name().startsWith("site"), drawn.getLast().name());
    long sum = drawn.stream().mapToLong(row -> rows.count(facet(bins), row.key())).sum();
    assertEquals(5050, sum);
  }

  private static Facet facet(List<Bin> bins) {
    return new Facet("domain", bins, 0, OptionalDouble.empty());
  }
}

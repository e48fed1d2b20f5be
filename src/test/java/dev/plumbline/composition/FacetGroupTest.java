package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetGroupTest {
  private static final Lexicon LEXICON =
      new Lexicon("pets", Map.of("cats", new TermList(List.of("cat"), false)), Map.of(), List.of());

  @TempDir private Path folder;

  @Test
  void aGroupHoldsTheRowsThatItsBarCounts() {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      Path file =
          Tables.parquet(
              engine,
              "SELECT 'http://p' || (i % 9) || '.example/' || i AS url, repeat('cat ', 1 + (i %"
                  + " 40)::INT) AS text, CASE WHEN i % 7 = 0 THEN NULL WHEN i % 3 = 0 THEN 'ja'"
                  + " ELSE 'en' END AS language, 40 + (i % 1200) AS width, 300 + i % 700 AS height,"
                  + " ((i % 97) / 150.0)::FLOAT AS similarity, 3 + (i % 50) / 10.0 AS aesthetic,"
                  + " ((i % 40) / 40.0) AS pwatermark, CASE WHEN i % 5 = 0 THEN 'it''s free' ELSE"
                  + " '?' END AS license, 1990 + i % 12 AS year, CASE WHEN i % 4 = 0 THEN 'UNSURE'"
                  + " ELSE 'UNLIKELY' END AS nsfw FROM range(3000) AS t(i)",
              folder.resolve("facets.parquet"));
      Manifest manifest = engine.read(Tables.source(file), new Cancellation());
      CompositionResult profile =
          new CompositionProfiler(engine)
              .profile(
                  manifest, new CompositionSettings(LEXICON), Progress.none(), new Cancellation());
      for (Facet facet : profile.facets()) {
        List<Bin> bins = facet.bins();
        for (int first = 0; first < bins.size(); first += TargetMix.MOST) {
          List<Bin> some = bins.subList(first, Math.min(bins.size(), first + TargetMix.MOST));
          List<TargetShare> shares =
              some.stream().map(bin -> FacetGroup.of(facet, bin).orElseThrow()).toList();
          WhatIfSettings settings =
              new WhatIfSettings(
                  LEXICON, RowSelection.all(), new TargetMix(shares, OptionalDouble.of(1e6)));
          Reweighting found =
              new WhatIf(engine)
                  .scan(manifest, settings, Progress.none(), new Cancellation())
                  .reweighting()
                  .orElseThrow();
          assertEquals(Optional.empty(), found.refusal(), facet.name());
          for (int i = 0; i < some.size(); i++) {
            String what = facet.name() + " " + some.get(i).key() + " " + shares.get(i).condition();
            assertEquals(some.get(i).count(), found.groups().get(i).raw().count(), what);
          }
        }
      }
      List<String> names = profile.facets().stream().map(Facet::name).toList();
      assertTrue(
          names.containsAll(
              List.of("captionWords", "language", "domain", "resolution", "aspect", "year")),
          names.toString());
    }
  }

  @Test
  void rangesAreNamedByTheirEndsAndRareNamesTogetherAreNoGroup() {
    Facet sides =
        new Facet("resolution", List.of(new Bin("256–383", 5, 0.5)), 10, OptionalDouble.empty());
    TargetShare share = FacetGroup.of(sides, sides.bins().getFirst()).orElseThrow();
    assertEquals("256 ≤ side < 384", share.label());
    assertEquals(5.0 / 15, share.share(), 1e-12);
    Facet names =
        new Facet("language", List.of(new Bin("(other)", 5, 1)), 0, OptionalDouble.empty());
    assertTrue(FacetGroup.of(names, names.bins().getFirst()).isEmpty());
    Facet score =
        new Facet("similarity", List.of(new Bin("0.28–0.30", 5, 1)), 0, OptionalDouble.empty());
    assertEquals(
        "0.28 ≤ similarity < 0.3",
        FacetGroup.of(score, score.bins().getFirst()).orElseThrow().label());
  }
}

package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompositionComparisonTest {
  private static Facet facet(String name, long missing, Object... keysAndCounts) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < keysAndCounts.length; i += 2) {
      bins.add(new Bin((String) keysAndCounts[i], ((Number) keysAndCounts[i + 1]).longValue(), 0));
    }
    return new Facet(name, bins, missing, OptionalDouble.empty());
  }

  @Test
  void distancesAreThoseOfHandMadeTables() {
    FacetComparison two =
        FacetComparison.of(
            facet("language", 0, "en", 75, "ja", 25),
            facet("language", 100, "en", 25, "ja", 75),
            100,
            200);
    assertEquals(0.5, two.totalVariation().orElseThrow(), 1e-15);
    // 1 − H(1/4), H the binary entropy: the mixture is even.
    double entropy = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)) / Math.log(2);
    assertEquals(1 - entropy, two.jensenShannon().orElseThrow(), 1e-12);
    assertEquals(-0.5, two.bins().getFirst().difference(), 1e-15);
    Interval interval = two.bins().getFirst().interval().orElseThrow();
    assertEquals(new Proportion(25, 100).minus(new Proportion(75, 100)), interval);
    assertEquals(0.5, two.missing().orElseThrow().difference(), 1e-15);
    assertEquals("en", two.largest().orElseThrow().key(), "of equal ones the first");
  }

  @Test
  void equalTablesHaveNoDistanceAndDisjointOnesTheLargest() {
    Facet a = facet("domain", 0, "x", 3, "y", 7);
    FacetComparison same = FacetComparison.of(a, facet("domain", 0, "y", 70, "x", 30), 10, 100);
    assertEquals(0, same.totalVariation().orElseThrow(), 1e-15);
    assertEquals(0, same.jensenShannon().orElseThrow(), 1e-15);
    FacetComparison apart = FacetComparison.of(a, facet("domain", 0, "z", 5), 10, 5);
    assertEquals(1, apart.totalVariation().orElseThrow(), 1e-15);
    assertEquals(1, apart.jensenShannon().orElseThrow(), 1e-15);
    FacetComparison empty = FacetComparison.of(a, facet("domain", 5), 10, 5);
    assertTrue(empty.totalVariation().isEmpty() && empty.reason().isPresent());
    assertTrue(empty.bins().getFirst().interval().isEmpty());
    assertTrue(empty.largest().isEmpty());
  }

  @Test
  void distancesAreSymmetricAndOrdered() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      Facet a = facet("f", 0, "a", random.nextInt(50), "b", random.nextInt(50), "c", 1);
      Facet b = facet("f", 0, "b", random.nextInt(50), "d", random.nextInt(50), "c", 1);
      FacetComparison ab = FacetComparison.of(a, b, 200, 200);
      FacetComparison ba = FacetComparison.of(b, a, 200, 200);
      double tv = ab.totalVariation().orElseThrow();
      double js = ab.jensenShannon().orElseThrow();
      assertEquals(tv, ba.totalVariation().orElseThrow(), 1e-12);
      assertEquals(js, ba.jensenShannon().orElseThrow(), 1e-12);
      // Lin 1991: JS ≤ TV in bits; Pinsker's inequality from below.
      assertTrue(js <= tv + 1e-12 && js >= tv * tv / (2 * Math.log(2)) - 1e-12);
    }
  }

  @Test
  void termsComeByTheSizeOfTheirDifference() {
    CompositionComparison comparison =
        CompositionComparison.of(profile("a", 100, 10, 20, 30), profile("b", 200, 60, 40, 10));
    assertEquals(
        List.of("three", "one", "two"),
        comparison.terms().stream().map(term -> term.difference().key()).toList());
    assertEquals(0.2, comparison.terms().get(1).difference().difference(), 1e-15);
    FacetComparison mentions = comparison.facet(FacetComparison.MENTIONS).orElseThrow();
    assertEquals(0.2, mentions.bins().getFirst().difference(), 1e-15);
    assertEquals(List.of("only-a", "only-b"), comparison.onlyInOne());
  }

  private static DetectedLanguages detected(boolean random, long english, long german) {
    long[][] blocks = {{english / 2, german}, {english - english / 2, 0}, {20, 5}};
    LanguageCounts counts = new LanguageCounts(3);
    for (int block = 0; block < 3; block++) {
      counts.add(block, true, Optional.of("en"), blocks[block][0]);
      counts.add(block, true, Optional.of("de"), blocks[block][1]);
    }
    return DetectedLanguages.of(
        counts.estimate(
            new SampleBasis(
                english + german + 25,
                OptionalLong.of(10_000),
                true,
                3,
                random ? 100 : 3,
                random,
                1),
            "x"));
  }

  @Test
  void detectedLanguagesAreComparedWithTheIntervalsOfBothSamples() {
    CompositionResult a = profile("a", 100, 1, 1, 1).withLanguages(detected(true, 80, 10));
    CompositionResult b = profile("b", 100, 1, 1, 1).withLanguages(detected(true, 40, 60));
    FacetComparison languages = CompositionComparison.of(a, b).facet("language").orElseThrow();
    assertTrue(languages.sampled() && languages.totalVariation().isPresent());
    FacetDifference german = languages.bins().get(1);
    assertEquals("de", german.key());
    double p = 15 / 115.0;
    double q = 65 / 125.0;
    Interval one = a.languages().estimate().orElseThrow().ofValues("de").orElseThrow();
    Interval two = b.languages().estimate().orElseThrow().ofValues("de").orElseThrow();
    Interval both = german.interval().orElseThrow();
    assertEquals(q - p - Math.hypot(q - two.low(), one.high() - p), both.low(), 1e-12);
    assertEquals(q - p + Math.hypot(two.high() - q, p - one.low()), both.high(), 1e-12);
    Interval naive = new Proportion(65, 125).minus(new Proportion(15, 115));
    assertTrue(both.high() - both.low() > 2 * (naive.high() - naive.low()), both + " " + naive);
  }

  @Test
  void aColumnAndADetectorAreNotCompared() {
    CompositionResult a = profile("a", 100, 1, 1, 1).withLanguages(detected(true, 80, 10));
    CompositionResult b = withLanguageColumn(profile("b", 100, 1, 1, 1));
    FacetComparison languages = CompositionComparison.of(a, b).facet("language").orElseThrow();
    assertTrue(languages.bins().isEmpty() && languages.totalVariation().isEmpty());
    assertTrue(languages.reason().orElseThrow().contains("column"), languages.toString());
    CompositionResult first = profile("c", 100, 1, 1, 1).withLanguages(detected(false, 80, 10));
    assertTrue(
        CompositionComparison.of(a, first)
            .facet("language")
            .orElseThrow()
            .reason()
            .orElseThrow()
            .contains("first rows"));
    CompositionResult refused =
        profile("d", 100, 1, 1, 1)
            .withLanguages(DetectedLanguages.refused(DetectedLanguages.Refusal.CLUSTER));
    assertTrue(
        CompositionComparison.of(refused, a)
            .facet("language")
            .orElseThrow()
            .reason()
            .orElseThrow()
            .contains("Languages of d"));
    assertTrue(
        CompositionComparison.of(a, profile("e", 100, 1, 1, 1)).onlyInOne().contains("language"));
  }

  private static CompositionResult withLanguageColumn(CompositionResult bare) {
    return new CompositionResult(
        bare.dataset(),
        bare.settings(),
        bare.rows(),
        0,
        1,
        1,
        Map.of(),
        List.of(facet("language", 0, "en", 100)),
        bare.mentions(),
        bare.terms(),
        List.of(),
        List.of());
  }

  private static CompositionResult profile(String id, long rows, long one, long two, long three) {
    Map<String, Long> terms = new LinkedHashMap<>();
    terms.put("one", one);
    terms.put("two", two);
    terms.put("three", three);
    return new CompositionResult(
        new DatasetId(id),
        new CompositionSettings(KeptRowsTest.LEXICON),
        rows,
        0,
        1,
        1,
        Map.of(),
        List.of(facet("only-" + id, 0, "x", 1)),
        Map.of("list", one),
        Map.of("list", terms),
        List.of(),
        List.of());
  }
}

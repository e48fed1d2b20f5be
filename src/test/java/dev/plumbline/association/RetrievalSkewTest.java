package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageAttribute;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// MaxSkew@k and NDKL against `src/test/resources/retrieval`, made by definition in Python, and
/// against rankings small enough to be worked out by hand.
class RetrievalSkewTest {
  private static final double LN2 = Math.log(2);

  static Stream<JsonTree> cases() throws URISyntaxException {
    Path file = Path.of(RetrievalSkewTest.class.getResource("/retrieval/skew.json").toURI());
    return JsonTree.read(file).items().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheDefinitions(JsonTree it) {
    RetrievalResult result = of(it, 100);
    assertEquals(it.get("values").texts(), result.values());
    List<JsonTree> queries = it.get("perQuery").items();
    assertEquals(queries.size(), result.queries().size());
    for (int v = 0; v < result.values().size(); v++) {
      assertEquals(it.get("shares").items().get(v).number(), result.desired().get(v), 1e-15);
    }
    for (int q = 0; q < queries.size(); q++) {
      JsonTree expected = queries.get(q);
      QuerySkew found = result.queries().get(q);
      assertEquals(expected.get("maxSkew").number(), found.maxSkew(), 1e-12);
      assertEquals(expected.get("ndkl").number(), found.ndkl(), 1e-12);
      assertEquals(expected.get("ndklTop").number(), found.ndklTop(), 1e-12);
      for (int v = 0; v < result.values().size(); v++) {
        JsonTree skew = expected.get("skews").items().get(v);
        OptionalDouble own = result.skew(found, v);
        assertEquals(skew.isNumber(), own.isPresent());
        own.ifPresent(value -> assertEquals(skew.number(), value, 1e-12));
        assertEquals(expected.get("top").items().get(v).integer(), found.top().get(v));
      }
    }
    assertEquals(it.get("means").get("maxSkew").number(), result.maxSkew().mean(), 1e-12);
    assertEquals(it.get("means").get("ndkl").number(), result.ndkl().mean(), 1e-12);
    assertEquals(it.get("means").get("ndklTop").number(), result.ndklTop().mean(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void chanceAndPMeetTheirExactValues(JsonTree it) {
    if (it.find("exact").isEmpty()) {
      return;
    }
    int draws = 20_000;
    QueryMean found = of(it, draws).maxSkew();
    double p = it.get("exact").get("p").number();
    assertEquals(it.get("exact").get("mean").number(), found.chance(), 0.01);
    assertEquals(p, found.p(), 5 * Math.sqrt(p * (1 - p) / draws) + 2.0 / draws);
  }

  /// Ranking a a b, with b two thirds of the folder's last places: worked out by hand.
  @Test
  void aSmallRankingWorkedOutByHand() {
    RetrievalResult result = line(List.of("a", "a", "b", "b"), 2, DesiredDistribution.DATASET);
    QuerySkew query = result.queries().getFirst();
    assertEquals(List.of(2, 0), query.top());
    assertEquals(LN2, query.maxSkew(), 1e-15);
    assertEquals(OptionalDouble.empty(), result.skew(query, 1));
    assertEquals(0, result.most(query));
    double third = Math.log(2.0 / 3 / 0.5) * 2 / 3 + Math.log(1.0 / 3 / 0.5) / 3;
    double w2 = LN2 / Math.log(3);
    double w4 = LN2 / Math.log(5);
    assertEquals((LN2 + w2 * LN2 + 0.5 * third) / (1 + w2 + 0.5 + w4), query.ndkl(), 1e-15);
    assertEquals(LN2, query.ndklTop(), 1e-15);
    assertEquals(1, result.meanShare(0));
  }

  @Test
  void asDesiredMeansZero() {
    RetrievalResult even = line(List.of("a", "b", "a", "b"), 2, DesiredDistribution.DATASET);
    assertEquals(0, even.queries().getFirst().maxSkew());
    RetrievalResult uneven =
        line(List.of("a", "b", "a", "a", "a", "a"), 2, DesiredDistribution.UNIFORM);
    assertEquals(0, uneven.queries().getFirst().maxSkew());
    assertEquals(0, uneven.skew(uneven.queries().getFirst(), 1).getAsDouble());
  }

  @Test
  void imagesWithoutALabelAreNotCounted() {
    RetrievalResult with = line(List.of("a", "", "b", "", "b"), 2, DesiredDistribution.UNIFORM);
    RetrievalResult without = line(List.of("a", "b", "b"), 2, DesiredDistribution.UNIFORM);
    assertEquals(without.queries(), with.queries());
    assertEquals(3, with.n());
    assertEquals(
        List.of(
            "2 images have no label of \"kind\" and are left out.",
            "No interval: a single query cannot be resampled."),
        with.notes());
  }

  @Test
  void copiesOfOnePictureAreRankedWithoutRegardToListOrAlphabet() {
    int n = 400;
    List<String> names = IntStream.range(0, n).mapToObj(i -> "%03d.png".formatted(i)).toList();
    List<String> labels = IntStream.range(0, n).mapToObj(i -> i < n / 2 ? "a" : "b").toList();
    FloatMatrix same = FloatMatrix.ofRows(Collections.nCopies(n, new float[] {3, 4}));
    FloatMatrix queries = FloatMatrix.ofRows(List.of(new float[] {1, 0}, new float[] {0, 1}));
    QueryRankings once = rankings(same, names, queries, 5);
    QueryRankings backwards = rankings(same, names.reversed(), queries, 5);
    List<String> first = once.order(0).stream().map(names::get).toList();
    assertEquals(first, backwards.order(0).stream().map(names.reversed()::get).toList());
    assertNotEquals(first, once.order(1).stream().map(names::get).toList());
    assertNotEquals(once.order(0), rankings(same, names, queries, 6).order(0));
    RetrievalResult result =
        new RetrievalSkew(settings(Optional.of(100), DesiredDistribution.DATASET, 200))
            .of(once, new ImageAttribute("kind", labels), new Cancellation());
    assertTrue(result.maxSkew().p() > 0.01, "chance alone: " + result.maxSkew());
  }

  @Test
  void orderOfImagesNamesOfValuesAndLengthsOfVectorsChangeNothing() {
    Random random = new Random(11);
    List<float[]> images = vectors(random, 80, 6);
    List<float[]> queries = vectors(random, 7, 6);
    List<String> labels = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      labels.add(i % 3 == 0 ? "a" : "b");
      names.add(i + ".png");
    }
    RetrievalResult plain = of(images, names, queries, labels);
    List<Integer> places = new ArrayList<>(IntStream.range(0, images.size()).boxed().toList());
    Collections.shuffle(places, random);
    RetrievalResult shuffled =
        of(
            places.stream().map(images::get).toList(),
            places.stream().map(names::get).toList(),
            queries,
            places.stream().map(labels::get).toList());
    assertEquals(plain.queries(), shuffled.queries());
    RetrievalResult longer =
        of(
            images.stream().map(v -> scaled(v, 7)).toList(),
            names,
            queries.stream().map(v -> scaled(v, 0.25f)).toList(),
            labels);
    assertEquals(plain, longer);
    RetrievalResult renamed =
        of(images, names, queries, labels.stream().map(it -> it.equals("a") ? "z" : "y").toList());
    assertEquals(plain.maxSkew().mean(), renamed.maxSkew().mean(), 1e-15);
    assertEquals(plain.ndkl().mean(), renamed.ndkl().mean(), 1e-12);
  }

  @Test
  void measuresStayWithinTheirBoundsAndIntervalsHoldTheMean() {
    Random random = new Random(12);
    for (int round = 0; round < 40; round++) {
      int n = 12 + random.nextInt(60);
      int kinds = 2 + random.nextInt(4);
      List<String> labels = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        labels.add("v" + (i < kinds ? i : random.nextInt(kinds)));
        names.add(i + ".png");
      }
      RetrievalResult result = of(vectors(random, n, 4), names, vectors(random, 5, 4), labels);
      double bound = -Math.log(Collections.min(result.desired()));
      for (QuerySkew query : result.queries()) {
        assertTrue(query.maxSkew() >= 0 && query.maxSkew() <= bound + 1e-12);
        assertTrue(query.ndkl() >= 0 && query.ndkl() <= bound + 1e-12);
        assertTrue(query.ndklTop() >= 0 && query.ndklTop() <= bound + 1e-12);
        assertEquals(query.maxSkew(), result.skew(query, result.most(query)).getAsDouble(), 1e-12);
      }
      for (QueryMean mean : List.of(result.maxSkew(), result.ndkl(), result.ndklTop())) {
        assertTrue(mean.p() > 0 && mean.p() <= 1);
        assertTrue(mean.interval().orElseThrow().contains(mean.mean()), mean.toString());
      }
    }
  }

  @Test
  void whatCannotBeSkewedIsRefusedInASentence() {
    assertRefused("only the value \"a\"", List.of("a", "a", "a"), 1);
    assertRefused("no label", List.of("", "", ""), 1);
    assertRefused("k is 3 but only 3 images", List.of("a", "b", "b"), 3);
  }

  private static void assertRefused(String words, List<String> labels, int k) {
    PlumblineException refused =
        assertThrows(PlumblineException.class, () -> line(labels, k, DesiredDistribution.DATASET));
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
  }

  /// Images that lie ever farther from the one query, so that they are shown in their order.
  private static RetrievalResult line(List<String> labels, int k, DesiredDistribution desired) {
    List<float[]> images = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      images.add(new float[] {1, i});
      names.add("picture " + i);
    }
    return new RetrievalSkew(settings(Optional.of(k), desired, 50))
        .of(
            rankings(
                FloatMatrix.ofRows(images),
                names,
                FloatMatrix.ofRows(List.of(new float[] {1, 0})),
                1),
            new ImageAttribute("kind", labels),
            new Cancellation());
  }

  private static RetrievalResult of(
      List<float[]> images, List<String> names, List<float[]> queries, List<String> labels) {
    return new RetrievalSkew(settings(Optional.empty(), DesiredDistribution.DATASET, 50))
        .of(
            rankings(FloatMatrix.ofRows(images), names, FloatMatrix.ofRows(queries), 3),
            new ImageAttribute("kind", labels),
            new Cancellation());
  }

  private static RetrievalResult of(JsonTree it, int permutations) {
    FloatMatrix images = matrix(it.get("images"));
    List<String> names = IntStream.range(0, images.rows()).mapToObj(i -> "image " + i).toList();
    DesiredDistribution desired =
        Arrays.stream(DesiredDistribution.values())
            .filter(each -> each.label().equals(it.get("desired").text()))
            .findFirst()
            .orElseThrow();
    return new RetrievalSkew(settings(Optional.of(it.get("k").integer()), desired, permutations))
        .of(
            rankings(images, names, matrix(it.get("queries")), 9),
            new ImageAttribute("kind", it.get("labels").texts()),
            new Cancellation());
  }

  private static RetrievalSettings settings(
      Optional<Integer> k, DesiredDistribution desired, int permutations) {
    return new RetrievalSettings(k, desired, 200, 0.95, permutations, 20261127L);
  }

  private static QueryRankings rankings(
      FloatMatrix images, List<String> names, FloatMatrix queries, long seed) {
    List<String> texts = IntStream.range(0, queries.rows()).mapToObj(i -> "query " + i).toList();
    return QueryRankings.of(images, names, queries, texts, seed, new Cancellation());
  }

  private static FloatMatrix matrix(JsonTree rows) {
    return FloatMatrix.ofRows(
        rows.items().stream()
            .map(
                row -> {
                  List<JsonTree> cells = row.items();
                  float[] values = new float[cells.size()];
                  for (int i = 0; i < values.length; i++) {
                    values[i] = (float) cells.get(i).number();
                  }
                  return values;
                })
            .toList());
  }

  private static List<float[]> vectors(Random random, int rows, int dims) {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      float[] vector = new float[dims];
      for (int j = 0; j < dims; j++) {
        vector[j] = (float) random.nextGaussian();
      }
      vectors.add(vector);
    }
    return vectors;
  }

  private static float[] scaled(float[] vector, float by) {
    float[] scaled = vector.clone();
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] *= by;
    }
    return scaled;
  }
}

package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingAssociationTest {
  private static final AssociationSettings EXACT =
      new AssociationSettings(1, Alternative.GREATER, 1_000_000, 0, 0.95, 7);

  /// Four random sets; the numbers of stimuli vary with the seed.
  private record Sets(double[][] x, double[][] y, double[][] a, double[][] b) {
    static Sets random(long seed) {
      Random random = new Random(seed);
      int dims = 2 + random.nextInt(30);
      return new Sets(
          vectors(random, 1 + random.nextInt(7), dims),
          vectors(random, 2 + random.nextInt(6), dims),
          vectors(random, 1 + random.nextInt(9), dims),
          vectors(random, 1 + random.nextInt(9), dims));
    }

    static Sets of(int targets, int attributes, int dims, long seed) {
      Random random = new Random(seed);
      return new Sets(
          vectors(random, targets, dims),
          vectors(random, targets, dims),
          vectors(random, attributes, dims),
          vectors(random, attributes, dims));
    }

    Measured measured(AssociationSettings settings) {
      return assertInstanceOf(
          Measured.class, new EmbeddingAssociation(settings).test(x, y, a, b, new Cancellation()));
    }
  }

  private static double[][] vectors(Random random, int n, int dims) {
    double[][] vectors = new double[n][dims];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, _ -> random.nextGaussian());
    }
    return vectors;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void swappingTargetsOrAttributesFlipsTheSign(long seed) {
    Sets sets = Sets.random(seed);
    double d = sets.measured(EXACT).d();
    assertEquals(-d, new Sets(sets.y, sets.x, sets.a, sets.b).measured(EXACT).d(), 1e-12);
    assertEquals(-d, new Sets(sets.x, sets.y, sets.b, sets.a).measured(EXACT).d(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void rotationAndPositiveScalingChangeNothing(long seed) {
    Sets sets = Sets.random(seed);
    Measured before = sets.measured(EXACT);
    Random random = new Random(seed);
    double angle = 6 * random.nextDouble();
    Sets turned =
        new Sets(
            turned(sets.x, angle, random),
            turned(sets.y, angle, random),
            turned(sets.a, angle, random),
            turned(sets.b, angle, random));
    assertEquals(before.d(), turned.measured(EXACT).d(), 1e-11);
    assertEquals(before.p(), turned.measured(EXACT).p());
  }

  private static double[][] turned(double[][] vectors, double angle, Random random) {
    double[][] turned = new double[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      double[] v = vectors[i].clone();
      double first = Math.cos(angle) * v[0] - Math.sin(angle) * v[1];
      v[1] = Math.sin(angle) * v[0] + Math.cos(angle) * v[1];
      v[0] = first;
      double scale = Math.exp(40 * random.nextGaussian());
      turned[i] = Arrays.stream(v).map(c -> c * scale).toArray();
    }
    return turned;
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
  void dAndPAndRStayWithinTheirBounds(long seed) {
    Sets sets = Sets.random(seed);
    for (int ddof = 0; ddof <= 1; ddof++) {
      Measured m =
          sets.measured(new AssociationSettings(ddof, Alternative.GREATER, 50, 0, 0.95, seed));
      double total = m.n().x() + m.n().y();
      double bound = Math.sqrt((total - ddof) * total / (m.n().x() * m.n().y()));
      assertTrue(Math.abs(m.d()) <= bound + 1e-12);
      assertTrue(m.p() > 0 && m.p() <= 1);
      assertTrue(Math.abs(m.r()) <= 1);
      assertEquals(m.r(), m.d() / bound, 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void theOrderOfStimuliDoesNotMatterForDAndExactP(long seed) {
    Sets sets = Sets.random(seed);
    Measured before = sets.measured(EXACT);
    Sets shuffled =
        new Sets(
            shuffled(sets.x, seed),
            shuffled(sets.y, seed),
            shuffled(sets.a, seed),
            shuffled(sets.b, seed));
    assertEquals(before.d(), shuffled.measured(EXACT).d(), 1e-12);
    assertEquals(before.p(), shuffled.measured(EXACT).p());
  }

  private static double[][] shuffled(double[][] vectors, long seed) {
    List<double[]> rows = new ArrayList<>(Arrays.asList(vectors));
    Collections.shuffle(rows, new Random(seed));
    return rows.toArray(double[][]::new);
  }

  @Test
  void theSameSeedGivesTheSameSampledPAndIntervalAndAnotherSeedDoesNot() {
    Sets sets = Sets.of(16, 10, 20, 5);
    AssociationSettings settings =
        new AssociationSettings(1, Alternative.TWO_SIDED, 20_001, 200, 0.9, 3);
    Measured once = sets.measured(settings);
    assertFalse(once.exact());
    assertEquals(20_001, once.permutations());
    assertEquals(once, sets.measured(settings));
    Measured other = sets.measured(settings.withSeed(4));
    assertNotEquals(once.p(), other.p());
    assertNotEquals(once.interval(), other.interval());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void theNumberOfThreadsChangesNothing(int threads) {
    for (int targets : new int[] {16, 35, 90}) {
      Sets sets = Sets.of(targets, 10, 20, 5);
      AssociationSettings settings =
          new AssociationSettings(1, Alternative.GREATER, 100_001, 0, 0.95, 3);
      AssociationResult several =
          new EmbeddingAssociation(settings, threads)
              .test(sets.x, sets.y, sets.a, sets.b, new Cancellation());
      assertEquals(sets.measured(settings), several);
    }
  }

  @Test
  void theNormalApproximationIsNearThePermutationPOfManyStimuli() {
    for (Alternative alternative : Alternative.values()) {
      Sets sets = Sets.of(40, 10, 12, 61);
      AssociationSettings settings = new AssociationSettings(1, alternative, 200_000, 0, 0.95, 61);
      Measured approximate = sets.measured(settings.withMethod(PMethod.NORMAL));
      assertEquals("normal", approximate.pMethod());
      assertEquals(0, approximate.permutations());
      assertEquals(sets.measured(settings).p(), approximate.p(), 0.01);
    }
  }

  @Test
  void sampledPAgreesWithExactP() {
    for (long seed = 51; seed < 60; seed++) {
      Sets sets = Sets.of(9, 6, 12, seed);
      double exact = sets.measured(EXACT).p();
      int draws = 40_000;
      Measured sampled =
          sets.measured(new AssociationSettings(1, Alternative.GREATER, draws, 0, 0.95, seed));
      assertFalse(sampled.exact());
      assertEquals(exact, sampled.p(), 5 * Math.sqrt(exact * (1 - exact) / draws) + 2.0 / draws);
    }
  }

  @Test
  void exactEnumerationEqualsBruteForceForUnequalTargets() {
    Sets sets = Sets.random(2);
    for (Alternative alternative : Alternative.values()) {
      Measured m = sets.measured(new AssociationSettings(1, alternative, 1_000_000, 0, 0.95, 1));
      List<Double> s = new ArrayList<>(m.sX());
      s.addAll(m.sY());
      long count = 0;
      long all = 0;
      double observed = statistic(s, (1 << m.n().x()) - 1);
      for (int set = 0; set < 1 << s.size(); set++) {
        if (Integer.bitCount(set) == m.n().x()) {
          double t = statistic(s, set);
          all++;
          count +=
              alternative == Alternative.GREATER && t >= observed - 1e-12
                      || alternative == Alternative.TWO_SIDED
                          && Math.abs(t) >= Math.abs(observed) - 1e-12
                  ? 1
                  : 0;
        }
      }
      assertEquals(all, m.permutations());
      assertEquals((double) count / all, m.p());
    }
  }

  private static double statistic(List<Double> s, int set) {
    double inside = 0;
    double outside = 0;
    for (int i = 0; i < s.size(); i++) {
      if ((set >> i & 1) == 1) {
        inside += s.get(i);
      } else {
        outside += s.get(i);
      }
    }
    int size = Integer.bitCount(set);
    return inside / size - outside / (s.size() - size);
  }

  @Test
  void theIntervalCoversDAndNarrowsWithMoreStimuli() {
    AssociationSettings settings = AssociationSettings.defaults();
    Interval few = interval(8, settings);
    Interval many = interval(64, settings);
    assertEquals(0.95, many.level());
    assertTrue(many.method().contains("bootstrap") && many.method().contains("1000"));
    assertTrue(many.high() - many.low() < few.high() - few.low());
  }

  private static Interval interval(int n, AssociationSettings settings) {
    Random random = new Random(9);
    double[][] a = {{1, 0, 0}, {1, 0.2, 0.1}, {1, -0.1, 0}};
    double[][] b = {{-1, 0, 0.1}, {-1, 0.3, 0}, {-1, -0.1, 0}};
    double[][] x = vectors(random, n, 3);
    double[][] y = vectors(random, n, 3);
    for (double[] vector : x) {
      vector[0] += 0.7;
    }
    Measured m = new Sets(x, y, a, b).measured(settings);
    assertTrue(m.interval().orElseThrow().contains(m.d()), n + " " + m.d() + " " + m.interval());
    return m.interval().orElseThrow();
  }

  @Test
  void aSingleStimulusOrLostResamplesGiveNoIntervalAndSaySo() {
    AssociationSettings settings = AssociationSettings.defaults();
    Measured single =
        new Sets(new double[][] {{1, 0}}, new double[][] {{0, 1}}, axis(), across())
            .measured(settings);
    assertEquals(Math.sqrt(2), single.d(), 1e-12);
    assertTrue(single.interval().isEmpty());
    assertTrue(single.notes().stream().anyMatch(note -> note.startsWith("No interval")));
    double[][] almostConstant = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};
    double[][] oneApart = {{1, 0}, {1, 0}, {1, 0}, {0, 1}};
    Measured lost = new Sets(almostConstant, oneApart, axis(), across()).measured(settings);
    assertTrue(lost.interval().isEmpty());
    assertTrue(lost.notes().stream().anyMatch(note -> note.contains("of 1000 resamples")));
  }

  private static double[][] axis() {
    return new double[][] {{1, 0}};
  }

  private static double[][] across() {
    return new double[][] {{0, 1}};
  }

  @Test
  void tiesAreNoted() {
    double[][] x = {{1, 0}, {0, 1}};
    double[][] y = {{1, 0}, {0, 1}};
    Measured m = new Sets(x, y, axis(), across()).measured(EXACT);
    assertEquals(5.0 / 6, m.p());
    assertTrue(m.notes().getFirst().startsWith("3 of 5 partitions tie"));
  }

  @Test
  void denormalAndHugeLengthsKeepTheirDirections() {
    double[][] tiny = {{3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE}};
    double[][] huge = {{Double.MAX_VALUE, -Double.MAX_VALUE}};
    Measured m = new Sets(tiny, huge, axis(), across()).measured(EXACT);
    assertEquals(-0.2, m.sX().getFirst(), 1e-15);
    assertEquals(Math.sqrt(2), m.sY().getFirst(), 1e-15);
  }

  @Test
  void floatMatricesGiveTheSameAsTheirDoubles() {
    Sets sets = Sets.of(5, 4, 8, 77);
    FloatMatrix[] matrices = {
      floats(sets.x), floats(sets.y), floats(sets.a), floats(sets.b),
    };
    AssociationSettings settings = EXACT.withBootstraps(100);
    EmbeddingAssociation association = new EmbeddingAssociation(settings);
    Measured fromFloats =
        (Measured)
            association.test(
                matrices[0], matrices[1], matrices[2], matrices[3], new Cancellation());
    assertEquals(
        new Sets(
                doubles(matrices[0]),
                doubles(matrices[1]),
                doubles(matrices[2]),
                doubles(matrices[3]))
            .measured(settings),
        fromFloats);
    assertEquals(
        fromFloats.interval(),
        association
            .interval(matrices[0], matrices[1], matrices[2], matrices[3], new Cancellation())
            .interval());
  }

  private static FloatMatrix floats(double[][] rows) {
    List<float[]> floats = new ArrayList<>();
    for (double[] row : rows) {
      float[] copy = new float[row.length];
      for (int j = 0; j < row.length; j++) {
        copy[j] = (float) row[j];
      }
      floats.add(copy);
    }
    return FloatMatrix.ofRows(floats);
  }

  private static double[][] doubles(FloatMatrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    return rows;
  }

  @Test
  void badInputIsOneSentenceThatNamesSetAndVector() {
    double[][] good = {{1, 2}, {2, 1}};
    assertEquals(
        "Vector 2 of A is zero and has no direction: leave that stimulus out.",
        refusal(good, good, new double[][] {{1, 1}, {0, 0}}, good));
    assertEquals(
        "Vector 1 of Y holds NaN at component 2: leave that stimulus out or embed it again.",
        refusal(good, new double[][] {{1, Double.NaN}}, good, good));
    assertTrue(refusal(good, good, good, new double[][] {{1, 2, 3}}).contains("3 components"));
    assertTrue(refusal(new double[0][], good, good, good).startsWith("X holds no vector"));
    assertTrue(refusal(new double[][] {{1, 2}, {1}}, good, good, good).contains("Vector 2 of X"));
  }

  private static String refusal(double[][] x, double[][] y, double[][] a, double[][] b) {
    return assertThrows(PlumblineException.class, () -> new Sets(x, y, a, b).measured(EXACT))
        .getMessage();
  }

  @Test
  void anExactTestBeyondMemoryIsRefusedAndACancelledOneStops() {
    Sets large = Sets.of(33, 3, 5, 3);
    AssociationSettings settings =
        new AssociationSettings(1, Alternative.GREATER, Long.MAX_VALUE, 0, 0.95, 1);
    assertTrue(
        assertThrows(PlumblineException.class, () -> large.measured(settings))
            .getMessage()
            .contains("33 against 33"));
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThrows(
        CancellationException.class,
        () ->
            new EmbeddingAssociation(AssociationSettings.defaults())
                .test(large.x, large.y, large.a, large.b, cancelled));
  }
}

package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssociationDrillDownTest {
  /// Four sets of float vectors, and the sets with one stimulus left out.
  private record Sets(List<float[][]> sets) {
    static Sets random(long seed, int... sizes) {
      Random random = new Random(seed);
      List<float[][]> sets = new ArrayList<>();
      for (int size : sizes) {
        float[][] set = new float[size][12];
        for (float[] row : set) {
          for (int j = 0; j < row.length; j++) {
            row[j] = (float) random.nextGaussian() + (sets.size() % 2 == 0 ? 0.2f : 0);
          }
        }
        sets.add(set);
      }
      return new Sets(sets);
    }

    NamedVectors named(int set) {
      float[][] rows = sets.get(set);
      return new NamedVectors(
          IntStream.range(0, rows.length).mapToObj(i -> "XYAB".charAt(set) + "" + i).toList(),
          FloatMatrix.ofRows(Arrays.asList(rows)));
    }

    AssociationDetail detail(DrillDownSettings settings) {
      return new AssociationDrillDown(settings)
          .of(named(0), named(1), named(2), named(3), Progress.none(), new Cancellation());
    }

    AssociationResult test(AssociationSettings settings) {
      return new EmbeddingAssociation(settings)
          .test(
              named(0).vectors(),
              named(1).vectors(),
              named(2).vectors(),
              named(3).vectors(),
              new Cancellation());
    }

    Sets without(int set, int place) {
      List<float[][]> rest = new ArrayList<>(sets);
      List<float[]> rows = new ArrayList<>(Arrays.asList(sets.get(set)));
      rows.remove(place);
      rest.set(set, rows.toArray(float[][]::new));
      return new Sets(rest);
    }

    double cosine(int set, int i, int other, int j) {
      double dot = 0;
      double one = 0;
      double two = 0;
      for (int c = 0; c < 12; c++) {
        double u = sets.get(set)[i][c];
        double v = sets.get(other)[j][c];
        dot += u * v;
        one += u * u;
        two += v * v;
      }
      return dot / Math.sqrt(one * two);
    }
  }

  private static AssociationSettings settings(int ddof, long permutations) {
    return new AssociationSettings(ddof, Alternative.GREATER, permutations, 50, 0.95, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void levelOneIsTheTestAndLeavingOutIsTestingWithout(int ddof) {
    Sets sets = Sets.random(1, 6, 8, 5, 7);
    AssociationSettings settings = settings(ddof, 5000);
    AssociationDetail detail = sets.detail(DrillDownSettings.of(settings));
    assertEquals(sets.test(settings), detail.result());
    assertEquals(6 + 8 + 5 + 7, detail.stimuli().size());
    double d = ((Measured) detail.result()).d();
    for (StimulusDetail stimulus : detail.stimuli()) {
      Sets rest = sets.without(stimulus.role().ordinal(), stimulus.place());
      double without = ((Measured) rest.test(settings.withBootstraps(0))).d();
      assertEquals(without, stimulus.dWithout().getAsDouble(), 1e-12);
      assertEquals(d - without, stimulus.influence(d).getAsDouble(), 1e-12);
      assertEquals("" + stimulus.role() + stimulus.place(), stimulus.name());
    }
    List<StimulusDetail> byInfluence = detail.byInfluence();
    assertEquals(detail.stimuli().size(), byInfluence.size());
    assertTrue(
        Math.abs(byInfluence.getFirst().influence(d).getAsDouble())
            >= Math.abs(byInfluence.getLast().influence(d).getAsDouble()));
  }

  @Test
  void aStimulusAloneIsItsSingleCategoryTest() {
    Sets sets = Sets.random(2, 4, 4, 6, 5);
    AssociationDetail detail = sets.detail(DrillDownSettings.of(settings(1, 100_000)));
    for (StimulusDetail stimulus : detail.stimuli()) {
      int own = stimulus.role().ordinal();
      int first = stimulus.role().target() ? 2 : 0;
      double[] ofFirst = cosines(sets, own, stimulus.place(), first);
      double[] ofSecond = cosines(sets, own, stimulus.place(), first + 1);
      double difference = mean(ofFirst) - mean(ofSecond);
      assertEquals(difference, stimulus.s(), 1e-12);
      Measured single = assertInstanceOf(Measured.class, stimulus.single());
      assertTrue(single.exact());
      assertEquals(
          difference
              / sd(
                  IntStream.range(0, ofFirst.length + ofSecond.length)
                      .mapToDouble(
                          i -> i < ofFirst.length ? ofFirst[i] : ofSecond[i - ofFirst.length])
                      .toArray()),
          single.d(),
          1e-11);
    }
    List<StimulusDetail> ofX = detail.byAssociation(StimulusRole.X);
    assertEquals(4, ofX.size());
    assertTrue(ofX.getFirst().s() >= ofX.getLast().s());
  }

  @Test
  void levelsTwoAndThreeAreMeansOfCosines() {
    Sets sets = Sets.random(3, 5, 3, 4, 6);
    AssociationDetail detail = sets.detail(DrillDownSettings.of(settings(1, 100_000)));
    for (TargetAssociation target : detail.targets()) {
      int set = target.target().ordinal();
      Measured level = assertInstanceOf(Measured.class, target.result());
      double[] means = new double[10];
      for (int j = 0; j < 10; j++) {
        means[j] = mean(cosines(sets, j < 4 ? 2 : 3, j < 4 ? j : j - 4, set));
      }
      double difference =
          mean(Arrays.copyOfRange(means, 0, 4)) - mean(Arrays.copyOfRange(means, 4, 10));
      assertEquals(difference / sd(means), level.d(), 1e-11);
      assertEquals(210, level.permutations());
      assertEquals(sets.sets().get(set).length, level.n().x());
    }
    for (PairCosines pair : detail.pairs()) {
      List<Double> all = new ArrayList<>();
      int target = pair.target().ordinal();
      for (int i = 0; i < sets.sets().get(target).length; i++) {
        for (double cosine : cosines(sets, target, i, pair.attribute().ordinal())) {
          all.add(cosine);
        }
      }
      double[] cosines = all.stream().mapToDouble(it -> it).toArray();
      assertEquals(cosines.length, pair.pairs());
      assertEquals(mean(cosines), pair.mean(), 1e-12);
      assertEquals(sd(cosines), pair.sd().getAsDouble(), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void theNullDistributionHoldsThePartitionsThatPCounts(long seed) {
    Sets sets = Sets.random(seed, 7, 5, 6, 6);
    for (long budget : new long[] {1_000_000, 500}) {
      AssociationDetail detail = sets.detail(new DrillDownSettings(settings(1, budget), 100, 4000));
      Measured measured = (Measured) detail.result();
      NullDistribution it = detail.distribution().orElseThrow();
      long total = it.below() + it.above() + it.counts().stream().mapToLong(c -> c).sum();
      assertEquals(measured.exact(), it.exact());
      assertEquals(measured.permutations(), it.partitions());
      assertEquals(it.partitions(), total);
      assertEquals(measured.d(), it.observed());
      long atLeast = it.above();
      long oneBin = 0;
      for (int bin = 0; bin < it.counts().size(); bin++) {
        if (it.edge(bin) >= measured.d()) {
          atLeast += it.counts().get(bin);
        } else if (it.edge(bin) + it.width() > measured.d()) {
          oneBin = it.counts().get(bin);
        }
      }
      double extreme = measured.p() * it.partitions();
      assertTrue(extreme >= atLeast - 1e-6 && extreme <= atLeast + oneBin + 1e-6);
      assertTrue(oneBin >= 1);
    }
  }

  @Test
  void whatIsNotDefinedSaysWhy() {
    float[][] one = {{1, 0, 0}, {1, 0, 0}};
    float[][] two = {{1, 0, 0}};
    Sets sets = new Sets(List.of(one, two, new float[][] {{0, 1, 0}}, new float[][] {{0, 0, 1}}));
    AssociationDetail detail = sets.detail(DrillDownSettings.of(settings(1, 100)));
    assertInstanceOf(Undefined.class, detail.result());
    assertTrue(detail.distribution().isEmpty());
    assertTrue(detail.byInfluence().isEmpty());
    for (StimulusDetail stimulus : detail.stimuli()) {
      assertTrue(stimulus.dWithout().isEmpty());
      assertTrue(stimulus.reason().orElseThrow().endsWith("."));
    }
    for (TargetAssociation target : detail.targets()) {
      assertTrue(((Undefined) target.result()).reason().endsWith("."));
    }
    assertEquals(List.of(2L, 2L, 1L, 1L), detail.pairs().stream().map(PairCosines::pairs).toList());
    assertTrue(detail.pairs().getLast().sd().isEmpty());
  }

  private static double[] cosines(Sets sets, int set, int place, int other) {
    return IntStream.range(0, sets.sets().get(other).length)
        .mapToDouble(j -> sets.cosine(set, place, other, j))
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double sd(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }
}

package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static final int DIMS = 6;
  private static final AssociationSettings SETTINGS =
      new AssociationSettings(1, Alternative.GREATER, 10, 400, 0.95, 11);

  @Test
  void aModelDoesNotDifferFromItself() {
    NamedSets model = model(shared(1), new Random(2), 0.3);
    EffectDifference it = difference(model, model);
    assertEquals(0, it.difference().orElseThrow());
    assertEquals(0, it.interval().orElseThrow().low());
    assertEquals(0, it.interval().orElseThrow().high());
    assertEquals("StimulusCounts[x=9, y=8, a=7, b=6]", it.n().toString());
  }

  @Test
  void modelsThatChangePlacesGiveTheMirroredInterval() {
    NamedSets one = model(shared(1), new Random(2), 0.3);
    NamedSets two = model(shared(1), new Random(3), 0.6);
    Interval forth = difference(one, two).interval().orElseThrow();
    Interval back = difference(two, one).interval().orElseThrow();
    assertEquals(-forth.low(), back.high(), 1e-12);
    assertEquals(-forth.high(), back.low(), 1e-12);
  }

  /// The draws repeated with copied vectors and the whole test on each of them.
  @Test
  void eachResampleIsTheTestOnTheDrawnStimuliOfBothModels() {
    NamedSets one = model(shared(4), new Random(5), 0.4);
    NamedSets two = model(shared(4), new Random(6), 0.5);
    StimulusDraw draw = new StimulusDraw(9, 8, 7, 6);
    SplittableRandom random = new SplittableRandom(SETTINGS.seed());
    double[] differences = new double[400];
    for (int i = 0; i < differences.length; i++) {
      draw.next(random);
      differences[i] = drawn(two, draw) - drawn(one, draw);
    }
    Arrays.sort(differences);
    EffectDifference it = difference(one, two);
    assertEquals(
        d(two.x(), two.y(), two.a(), two.b()) - d(one.x(), one.y(), one.a(), one.b()),
        it.difference().orElseThrow(),
        1e-9);
    assertEquals(Quantiles.of(differences, 0.025), it.interval().orElseThrow().low(), 1e-9);
    assertEquals(Quantiles.of(differences, 0.975), it.interval().orElseThrow().high(), 1e-9);
    assertEquals(
        "paired percentile bootstrap of the stimuli, 400 resamples",
        it.interval().orElseThrow().method());
  }

  @Test
  void stimuliAreMatchedByNameNotByPlace() {
    NamedSets one = model(shared(4), new Random(5), 0.4);
    NamedSets two = model(shared(4), new Random(6), 0.5);
    NamedSets shuffled =
        new NamedSets(shuffled(two.x()), shuffled(two.y()), shuffled(two.a()), shuffled(two.b()));
    assertEquals(difference(one, two), difference(one, shuffled));
  }

  @Test
  void aStimulusThatOnlyOneModelWasShownIsNamed() {
    NamedSets one = model(shared(4), new Random(5), 0.4);
    NamedSets less = new NamedSets(one.x(), one.y(), first(one.a(), 6), one.b());
    String missing = "only one of them has \"a6\" of A";
    assertTrue(refusal(one, less).contains(missing), refusal(one, less));
    assertTrue(refusal(less, one).contains(missing), refusal(less, one));
  }

  @Test
  void whereThereIsNoIntervalItSaysWhy() {
    NamedSets one = model(shared(4), new Random(5), 0.4);
    NamedSets two = model(shared(4), new Random(6), 0.4);
    EffectDifference single =
        difference(
            new NamedSets(first(one.x(), 1), one.y(), one.a(), one.b()),
            new NamedSets(first(two.x(), 1), two.y(), two.a(), two.b()));
    assertTrue(single.difference().isPresent());
    assertTrue(single.interval().isEmpty());
    assertTrue(single.note().orElseThrow().contains("one stimulus"));
    NamedVectors flat = named("x", new double[][] {{1, 0}, {1, 0}});
    NamedVectors same = named("a", new double[][] {{0, 1}, {0, 1}});
    EffectDifference undefined =
        difference(new NamedSets(flat, flat, same, same), new NamedSets(flat, flat, same, same));
    assertTrue(undefined.difference().isEmpty());
    assertTrue(undefined.note().orElseThrow().contains("not defined"));
    EffectDifference unasked =
        new PairedBootstrap(SETTINGS.withBootstraps(0)).difference(one, two, new Cancellation());
    assertTrue(unasked.interval().isEmpty() && unasked.difference().isPresent());
  }

  @Test
  void itCanBeCancelled() {
    NamedSets one = model(shared(4), new Random(5), 0.4);
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThrows(
        CancellationException.class,
        () -> new PairedBootstrap(SETTINGS).difference(one, one, cancelled));
  }

  /// Two models that add noise of the same size to the same world differ by nothing on average over
  /// all stimuli: the interval has to hold 0 about as often as it says.
  @Test
  void theIntervalHoldsTheTrueDifferenceAsOftenAsItSays() {
    int held = 0;
    int worlds = 200;
    for (int world = 0; world < worlds; world++) {
      double[][][] shared = world(new Random(1000 + world), 40, 40, 40, 40);
      NamedSets one = model(shared, new Random(5000 + world), 0.5);
      NamedSets two = model(shared, new Random(9000 + world), 0.5);
      Interval it =
          new PairedBootstrap(SETTINGS.withBootstraps(200).withSeed(world))
              .difference(one, two, new Cancellation())
              .interval()
              .orElseThrow();
      held += it.low() <= 0 && it.high() >= 0 ? 1 : 0;
    }
    assertTrue(held >= 0.89 * worlds && held <= worlds, held + " of " + worlds);
  }

  private static EffectDifference difference(NamedSets one, NamedSets two) {
    return new PairedBootstrap(SETTINGS).difference(one, two, new Cancellation());
  }

  private static String refusal(NamedSets one, NamedSets two) {
    return assertThrows(PlumblineException.class, () -> difference(one, two)).getMessage();
  }

  private static double drawn(NamedSets sets, StimulusDraw draw) {
    return d(
        repeated(sets.x(), draw, 0, true),
        repeated(sets.y(), draw, 9, true),
        repeated(sets.a(), draw, 0, false),
        repeated(sets.b(), draw, 7, false));
  }

  private static NamedVectors repeated(
      NamedVectors set, StimulusDraw draw, int from, boolean target) {
    List<String> names = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < set.names().size(); i++) {
      int times = target ? draw.target(from + i) : draw.attribute(from + i);
      for (int k = 0; k < times; k++) {
        names.add(set.names().get(i));
        rows.add(i);
      }
    }
    return new NamedVectors(
        names, set.vectors().select(rows.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static double d(NamedVectors x, NamedVectors y, NamedVectors a, NamedVectors b) {
    AssociationResult result =
        new EmbeddingAssociation(SETTINGS.withBootstraps(0))
            .test(x.vectors(), y.vectors(), a.vectors(), b.vectors(), new Cancellation());
    return ((AssociationResult.Measured) result).d();
  }

  private static double[][][] shared(int seed) {
    return world(new Random(seed), 9, 8, 7, 6);
  }

  private static double[][][] world(Random random, int... sizes) {
    double[][][] sets = new double[4][][];
    for (int set = 0; set < 4; set++) {
      sets[set] = new double[sizes[set]][DIMS];
      for (double[] row : sets[set]) {
        Arrays.setAll(row, _ -> random.nextGaussian());
        row[set % 2] += 1;
      }
    }
    return sets;
  }

  /// The world as a model sees it: with noise of its own.
  private static NamedSets model(double[][][] world, Random random, double noise) {
    List<NamedVectors> sets = new ArrayList<>();
    for (int set = 0; set < 4; set++) {
      double[][] rows = new double[world[set].length][];
      for (int i = 0; i < rows.length; i++) {
        double[] row = world[set][i].clone();
        for (int j = 0; j < row.length; j++) {
          row[j] += noise * random.nextGaussian();
        }
        rows[i] = row;
      }
      sets.add(named(List.of("x", "y", "a", "b").get(set), rows));
    }
    return new NamedSets(sets.get(0), sets.get(1), sets.get(2), sets.get(3));
  }

  private static NamedVectors named(String prefix, double[][] rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return new NamedVectors(
        IntStream.range(0, rows.length).mapToObj(i -> prefix + i).toList(),
        FloatMatrix.wrap(rows.length, rows[0].length, values));
  }

  private static NamedVectors shuffled(NamedVectors set) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, set.names().size()).boxed().toList());
    Collections.shuffle(order, new Random(1));
    return new NamedVectors(
        order.stream().map(set.names()::get).toList(),
        set.vectors().select(order.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static NamedVectors first(NamedVectors set, int n) {
    return new NamedVectors(
        set.names().subList(0, n), set.vectors().select(IntStream.range(0, n).toArray()));
  }
}

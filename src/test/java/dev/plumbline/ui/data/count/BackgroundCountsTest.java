package dev.plumbline.ui.data.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BackgroundCountsTest {
  private static final Lexicon LEXICON = LexiconReader.bundled();
  private static final CountSize LARGE =
      new CountSize(OptionalLong.of(12_800_000_000L), 1L << 42, OptionalDouble.of(25_000));

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<CountSubject> counted = new ArrayList<>();
  private final List<CountSubject> scanned = new ArrayList<>();
  private Optional<CountSize> size = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private int changes;
  private final FullCount full =
      new FullCount() {
        @Override
        public Optional<CountSize> tooMuch(CountSubject subject, Cancellation cancellation) {
          return size;
        }

        @Override
        public CompositionResult count(
            CountSubject subject, Progress progress, Cancellation cancellation) {
          cancellation.check();
          scanned.add(subject);
          failure.ifPresent(
              sentence -> {
                throw new PlumblineException(sentence);
              });
          return result(subject);
        }
      };
  private final BackgroundCounts counts =
      new BackgroundCounts(
          full,
          new TaskQueue(Workers.direct(background::add).forCounts()),
          (subject, _) -> counted.add(subject),
          () -> changes++);
  private final CountSubject a = subject("a");
  private final CountSubject b = subject("b");

  private static CountSubject subject(String name) {
    return new CountSubject(
        new ManifestSource(new DatasetId(name), List.of(name + ".csv"), Map.of()), LEXICON, 1);
  }

  private static CompositionResult result(CountSubject subject) {
    return new CompositionResult(
        subject.source().id(),
        new CompositionSettings(subject.lexicon()),
        1,
        0,
        1,
        1,
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  private void work() {
    background.removeFirst().run();
  }

  private CountState state() {
    return counts.stateProperty().get();
  }

  @Test
  void whatIsLookedAtIsCountedFirstAndThenTheOthers() {
    counts.advance(Optional.of(b), List.of(b, a));
    assertInstanceOf(CountState.Counting.class, state());
    counts.advance(Optional.of(b), List.of(b, a));
    assertEquals(1, background.size(), "one count at a time");
    work();
    assertEquals(List.of(b), counted);
    assertEquals(1, changes);
    counts.advance(Optional.empty(), List.of(a));
    assertInstanceOf(CountState.Nothing.class, state());
    work();
    assertEquals(List.of(b, a), counted);
  }

  @Test
  void nothingBeginsBeforeTheFirstLookIsOver() {
    counts.advance(Optional.of(a), List.of());
    assertInstanceOf(CountState.Waiting.class, state());
    assertTrue(background.isEmpty());
  }

  @Test
  void whatTheUserStoppedBeginsAgainOnlyWhenAskedFor() {
    counts.advance(Optional.of(a), List.of(a));
    counts.stop();
    work();
    assertEquals(new CountState.Offered(Optional.empty()), state());
    counts.advance(Optional.of(a), List.of(a));
    assertTrue(background.isEmpty());
    assertTrue(counted.isEmpty());
    counts.start();
    work();
    assertEquals(List.of(a), counted);
  }

  @Test
  void moreThanTheLimitIsOfferedAndCountedWhenAskedFor() {
    size = Optional.of(LARGE);
    counts.advance(Optional.of(a), List.of(a));
    work();
    assertEquals(new CountState.Offered(Optional.of(LARGE)), state());
    assertTrue(scanned.isEmpty());
    counts.advance(Optional.of(a), List.of(a));
    assertTrue(background.isEmpty());
    counts.start();
    work();
    assertEquals(List.of(a), counted);
  }

  @Test
  void aFailureIsToldAndTriedAgainWhenAskedFor() {
    failure = Optional.of("a.csv is damaged.");
    counts.advance(Optional.of(a), List.of(a));
    work();
    assertEquals(new CountState.Failed("a.csv is damaged."), state());
    counts.advance(Optional.of(a), List.of(a, b));
    work();
    assertEquals(List.of(a, b), scanned, "the others are counted all the same");
    failure = Optional.empty();
    counts.start();
    work();
    assertEquals(List.of(a), counted);
  }

  @Test
  void whatNobodyAsksForAnyMoreIsStoppedAndNotTaken() {
    counts.advance(Optional.of(a), List.of(a));
    counts.keep(List.of(b));
    work();
    assertTrue(scanned.isEmpty());
    assertTrue(counted.isEmpty());
    counts.advance(Optional.of(b), List.of(b));
    work();
    assertEquals(List.of(b), counted);
    counts.advance(Optional.of(a), List.of(a));
    assertInstanceOf(CountState.Counting.class, state(), "it was not the user who stopped it");
  }

  @Test
  void whatIsAskedForGoesBeforeWhatIsUnderWay() {
    size = Optional.of(LARGE);
    counts.advance(Optional.of(a), List.of(a));
    work();
    size = Optional.empty();
    counts.advance(Optional.of(a), List.of(a, b));
    counts.start();
    work();
    assertTrue(scanned.isEmpty(), "b was cancelled");
    assertInstanceOf(CountState.Counting.class, state());
    work();
    assertEquals(List.of(a), counted);
    counts.advance(Optional.empty(), List.of(b));
    work();
    assertEquals(List.of(a, b), counted);
  }
}

package dev.plumbline.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.association.EffectDifference;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.report.Figure;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDifference;
import dev.plumbline.ui.StudyFixture;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.ScoreBooks;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
  private static final ModelId ONE = StudyFixture.models().get(0).id();
  private static final ModelId TWO = StudyFixture.models().get(1).id();
  private static final ModelId THREE = StudyFixture.models().get(2).id();

  private final StudySession session = new StudySession(StudyFixture.study());
  private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
  private final List<Cancellation> asked = new ArrayList<>();

  @Test
  void differencesComeWithTheirIntervalsAndFollowTheModels() {
    CompareViewModel model = model(this::measured);
    CompareRow row = model.tests().getFirst();
    Interval interval = row.differenceInterval().orElseThrow();
    assertTrue(interval.low() < row.difference().orElseThrow());
    assertTrue(interval.high() > row.difference().orElseThrow());
    Figure figure = model.comparison().figure().orElseThrow();
    assertTrue(figure.subtitle().contains("paired percentile bootstrap, 100"), figure.subtitle());
    List<String> columns = figure.table().columns();
    assertTrue(columns.containsAll(List.of("difference_low", "difference_high", "method")));
    model.swap();
    assertEquals(2, asked.size());
    assertTrue(asked.getFirst().cancelled());
    assertEquals(
        -row.difference().orElseThrow(), model.tests().getFirst().difference().orElseThrow());
    model.secondProperty().set(THREE);
    assertEquals(3, asked.size());
    model.secondProperty().set(model.firstProperty().get());
    assertTrue(asked.getLast().cancelled());
    assertTrue(model.tests().isEmpty());
  }

  @Test
  void theyWaitForARunAndAFailureIsSaid() {
    busy.set(true);
    CompareViewModel model =
        model(
            (_, _, _, cancellation) -> {
              asked.add(cancellation);
              throw new PlumblineException("Nothing is cached.");
            });
    assertEquals(List.of(), asked);
    busy.set(false);
    assertEquals(1, asked.size());
    assertEquals(Optional.of("Nothing is cached."), model.differences().get().reason());
    assertTrue(model.tests().getFirst().difference().isPresent());
    assertTrue(model.tests().getFirst().differenceInterval().isEmpty());
  }

  private CompareViewModel model(DifferenceSource source) {
    CompareViewModel model =
        new CompareViewModel(
            session,
            new Look(Theme.LIGHT, Locale.ENGLISH),
            Workers.direct(),
            new ScoreBooks(session, Workers.direct()),
            busy,
            source);
    model.setActive(true);
    model.firstProperty().set(ONE);
    model.secondProperty().set(TWO);
    return model;
  }

  private List<TestDifference> measured(
      StudyRequest request, ModelId first, ModelId second, Cancellation cancellation) {
    asked.add(cancellation);
    List<TestDifference> all = new ArrayList<>();
    for (AssociationTest test : request.battery().tests()) {
      for (Order order : test.orders()) {
        double d = d(second, test, order) - d(first, test, order);
        all.add(
            new TestDifference(
                first,
                second,
                test.id(),
                order,
                Optional.of(
                    new EffectDifference(
                        new StimulusCounts(8, 8, 8, 8),
                        OptionalDouble.of(d),
                        Optional.of(
                            new Interval(
                                d - 0.2,
                                d + 0.2,
                                0.95,
                                "paired percentile bootstrap of the stimuli, 100 resamples")),
                        Optional.empty())),
                Optional.empty()));
      }
    }
    return all;
  }

  private static double d(ModelId model, AssociationTest test, Order order) {
    return StudyFixture.result().bias().stream()
        .filter(row -> row.model().equals(model) && row.test().equals(test.id()))
        .filter(row -> row.order() == order)
        .findFirst()
        .orElseThrow()
        .d()
        .orElseThrow();
  }
}

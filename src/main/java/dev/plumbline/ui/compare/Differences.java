package dev.plumbline.ui.compare;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDifference;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Intervals of the differences between the two models on screen, measured in the background; other
/// models, or other results, cancel it.
final class Differences {
  private static final Logger LOG = LoggerFactory.getLogger(Differences.class);

  private final DifferenceSource source;
  private final Latest<List<TestDifference>> latest;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.nothing());
  private Optional<Question> asked = Optional.empty();
  private Cancellation running = new Cancellation();

  private record Question(
      StudyRequest request, ModelId first, ModelId second, List<BiasRow> measured) {}

  /// What is known.
  ///
  /// @param measured the differences, empty while there are none
  /// @param computing whether they are on their way
  /// @param reason why there are none
  record State(List<TestDifference> measured, boolean computing, Optional<String> reason) {
    State {
      measured = List.copyOf(measured);
    }

    static State nothing() {
      return new State(List.of(), false, Optional.empty());
    }
  }

  Differences(DifferenceSource source, Workers workers) {
    this.source = source;
    this.latest = new Latest<>(workers.quick(), workers.screen());
  }

  /// What is known.
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Asks for the differences of two models; the same question again changes nothing.
  ///
  /// @param measured rows of the study; nothing is asked where one of the two has none with a d
  void look(StudyRequest request, ModelId first, ModelId second, List<BiasRow> measured) {
    List<BiasRow> ours =
        measured.stream()
            .filter(row -> row.d().isPresent() && row.result().isPresent())
            .filter(row -> row.model().equals(first) || row.model().equals(second))
            .toList();
    if (ours.stream().map(BiasRow::model).distinct().count() < 2) {
      drop();
      return;
    }
    Question next = new Question(request, first, second, ours);
    if (asked.equals(Optional.of(next))) {
      return;
    }
    running.cancel();
    asked = Optional.of(next);
    Cancellation mine = new Cancellation();
    running = mine;
    state.set(new State(List.of(), true, Optional.empty()));
    latest.request(
        () -> source.of(request, first, second, mine),
        found -> state.set(new State(found, false, Optional.empty())),
        failure -> state.set(new State(List.of(), false, Optional.of(sentence(failure)))));
  }

  /// Cancels what goes on and forgets what was asked.
  void drop() {
    running.cancel();
    latest.drop();
    asked = Optional.empty();
    if (!state.get().equals(State.nothing())) {
      state.set(State.nothing());
    }
  }

  private static String sentence(Exception failure) {
    if (!(failure instanceof PlumblineException)) {
      LOG.error("Two models could not be compared", failure);
    }
    return String.valueOf(failure.getMessage());
  }
}

package dev.plumbline.ui.bias;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDetail;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into the opened test in the background; opening another one cancels it.
final class DetailModel {
  private static final Logger LOG = LoggerFactory.getLogger(DetailModel.class);

  private final DetailSource source;
  private final Latest<TestDetail> latest;
  private final ReadOnlyObjectWrapper<DetailState> state =
      new ReadOnlyObjectWrapper<>(new DetailState.Unasked());
  private Optional<Question> asked = Optional.empty();
  private Cancellation running = new Cancellation();

  /// What was asked.
  private record Question(StudyRequest request, ModelId model, TestId test, Order order) {}

  DetailModel(DetailSource source, Workers workers) {
    this.source = source;
    this.latest = new Latest<>(workers.quick(), workers.screen());
  }

  /// What is known.
  ReadOnlyObjectProperty<DetailState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Asks for one test of one model; the same question again changes nothing.
  void open(StudyRequest request, ModelId model, TestId test, Order order) {
    Question next = new Question(request, model, test, order);
    if (asked.equals(Optional.of(next))) {
      return;
    }
    close();
    asked = Optional.of(next);
    Cancellation mine = new Cancellation();
    running = mine;
    state.set(new DetailState.Computing());
    latest.request(
        () -> source.of(request, model, test, order, mine),
        detail -> state.set(new DetailState.Shown(detail)),
        failure -> state.set(new DetailState.Failed(sentence(failure))));
  }

  /// Cancels what goes on and forgets what was asked.
  void close() {
    running.cancel();
    latest.drop();
    asked = Optional.empty();
    state.set(new DetailState.Unasked());
  }

  private static String sentence(Exception failure) {
    if (!(failure instanceof PlumblineException)) {
      LOG.error("A test could not be looked into", failure);
    }
    return String.valueOf(failure.getMessage());
  }
}

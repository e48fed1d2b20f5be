package dev.plumbline.ui.overview;

import dev.plumbline.performance.Score;
import dev.plumbline.report.PointRecord;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Linking;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The point of the scatter that is asked about, and its record.
final class PointModel {
  private final StudySession session;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Optional<PointRecord>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Latest<Optional<PointRecord>> latest;
  private Optional<Subject.Effect> asked = Optional.empty();

  /// @param changed called when another point is asked about, or none
  PointModel(StudySession session, Workers workers, Runnable changed) {
    this.session = session;
    this.changed = changed;
    latest = new Latest<>(workers.quick(), workers.screen());
  }

  /// Asks why a point is where it is; the same point again closes its record and lets go of it.
  void ask(Subject.Effect effect) {
    if (asked.equals(Optional.of(effect))) {
      close();
      return;
    }
    asked = Optional.of(effect);
    Linking.choices(effect, session.request()).stream()
        .filter(choice -> !session.selection().choices().contains(choice))
        .forEach(session.selection()::onlyOfKind);
    changed.run();
  }

  /// Closes the record of the point and lets go of its model.
  void close() {
    asked.ifPresent(
        effect -> Linking.choices(effect, session.request()).forEach(session.selection()::remove));
    asked = Optional.empty();
    changed.run();
  }

  /// The record of the point picked out, empty while none is.
  ReadOnlyObjectProperty<Optional<PointRecord>> recordProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The record follows the scatter, and goes when its model is no longer picked out.
  ///
  /// @param charts of the scatter, empty if there is none
  void refresh(Optional<RelationCharts> charts, List<Score> scores) {
    asked =
        asked.filter(it -> session.selection().choices().contains(new Choice.Model(it.model())));
    if (asked.isEmpty() || charts.isEmpty()) {
      latest.drop();
      shown.set(Optional.empty());
      return;
    }
    Subject.Effect effect = asked.get();
    latest.request(
        () -> charts.get().point(effect, scores), shown::set, _ -> shown.set(Optional.empty()));
  }
}

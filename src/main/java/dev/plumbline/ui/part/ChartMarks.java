package dev.plumbline.ui.part;

import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;

/// What can be pointed at on a drawn chart: bars, dots, cells, legend entries.
final class ChartMarks {
  private static final double REACH = 6;
  private static final double ASIDE = 4;

  private final List<Mark> marks;
  private int place = -1;
  private Optional<Subject> kept = Optional.empty();

  /// Something drawn.
  ///
  /// @param entity where and what
  /// @param subject what picking it means
  /// @param tooltip full record
  record Mark(ChartEntity entity, Optional<Subject> subject, Optional<String> tooltip) {
    double x() {
      return entity.getArea().getBounds2D().getCenterX();
    }

    double y() {
      return entity.getArea().getBounds2D().getCenterY();
    }

    private double distance(double x, double y) {
      Rectangle2D box = entity.getArea().getBounds2D();
      double dx = Math.max(0, Math.max(box.getMinX() - x, x - box.getMaxX()));
      double dy = Math.max(0, Math.max(box.getMinY() - y, y - box.getMaxY()));
      return Math.hypot(dx, dy);
    }
  }

  private ChartMarks(List<Mark> marks) {
    this.marks = marks;
  }

  static ChartMarks none() {
    return new ChartMarks(List.of());
  }

  static ChartMarks of(EntityCollection drawn) {
    List<Mark> marks = new ArrayList<>();
    Collection<?> entities = drawn == null ? List.of() : drawn.getEntities();
    for (Object element : entities) {
      if (element instanceof ChartEntity entity) {
        Optional<Subject> subject = Figure.subjectOf(entity);
        Optional<String> tooltip = Optional.ofNullable(entity.getToolTipText());
        if (subject.isPresent() || tooltip.isPresent()) {
          marks.add(new Mark(entity, subject, tooltip));
        }
      }
    }
    return new ChartMarks(marks);
  }

  /// The topmost mark at a point, else the nearest within reach.
  Optional<Mark> at(double x, double y) {
    for (Mark mark : marks.reversed()) {
      if (mark.entity().getArea().contains(x, y)) {
        return Optional.of(mark);
      }
    }
    Mark nearest = null;
    double least = REACH;
    for (Mark mark : marks) {
      double distance = mark.distance(x, y);
      if (distance <= least) {
        least = distance;
        nearest = mark;
      }
    }
    return Optional.ofNullable(nearest);
  }

  Optional<Point2D> centre(Subject subject) {
    return marks.stream()
        .filter(mark -> mark.subject().equals(Optional.of(subject)))
        .findFirst()
        .map(mark -> new Point2D(mark.x(), mark.y()));
  }

  Optional<Mark> walk(int step) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    place = place < 0 && step < 0 ? marks.size() - 1 : Math.floorMod(place + step, marks.size());
    return current();
  }

  /// Keeps the current mark where the same is drawn again, be it in another place or only after a
  /// while in which nothing is drawn.
  void continueFrom(ChartMarks before) {
    kept = before.current().flatMap(Mark::subject).or(() -> before.kept);
    if (kept.isEmpty()) {
      place = marks.size() == before.marks.size() ? before.place : -1;
    } else if (isKept(before.place)) {
      place = before.place;
    } else {
      place = IntStream.range(0, marks.size()).filter(this::isKept).findFirst().orElse(-1);
    }
  }

  private boolean isKept(int at) {
    return at >= 0 && at < marks.size() && marks.get(at).subject().equals(kept);
  }

  /// The nearest mark that can be picked above or below the current one, in its column if there is
  /// one; the first of all while none is current.
  Optional<Mark> climb(int step) {
    Optional<Mark> from = current();
    if (from.isEmpty()) {
      return walk(1);
    }
    double x = from.get().x();
    double y = from.get().y();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      double along = (mark.y() - y) * step;
      double away = Math.abs(mark.x() - x) * ASIDE + along;
      if (mark.subject().isPresent() && along > 1 && away < least) {
        least = away;
        place = i;
      }
    }
    return current();
  }

  Optional<Mark> current() {
    return place >= 0 && place < marks.size() ? Optional.of(marks.get(place)) : Optional.empty();
  }
}

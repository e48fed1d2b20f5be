package dev.plumbline.report;

import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;

/// Intervals as error bars of a chart on a slide; their lengths stand in its sheet.
///
/// @param sheet the sheet
/// @param theme colours
/// @param scale what values are multiplied with
record DeckErrorBars(DeckSheet sheet, ChartTheme theme, double scale) {
  private static final int WIDTH = 15875;

  /// Distance from the value down to the lower bound.
  static OptionalDouble below(Mark mark) {
    Optional<Interval> interval = mark.interval();
    return mark.value().isPresent() && interval.isPresent()
        ? OptionalDouble.of(mark.value().getAsDouble() - interval.get().low())
        : OptionalDouble.empty();
  }

  /// Distance from the value up to the upper bound.
  static OptionalDouble above(Mark mark) {
    Optional<Interval> interval = mark.interval();
    return mark.value().isPresent() && interval.isPresent()
        ? OptionalDouble.of(interval.get().high() - mark.value().getAsDouble())
        : OptionalDouble.empty();
  }

  /// Writes the distances into two columns, from the second row on, and draws them.
  ///
  /// @param column column of the distances down; those up are in the next
  void add(CTBarSer series, List<Mark> marks, int column) {
    CTErrBars bounds = series.addNewErrBars();
    bounds.addNewErrBarType().setVal(STErrBarType.BOTH);
    bounds.addNewErrValType().setVal(STErrValType.CUST);
    bounds.addNewNoEndCap().setVal(true);
    refer(bounds.addNewPlus(), marks, column + 1, DeckErrorBars::above);
    refer(bounds.addNewMinus(), marks, column, DeckErrorBars::below);
    var line = bounds.addNewSpPr().addNewLn();
    line.setW(WIDTH);
    line.addNewSolidFill().addNewSrgbClr().setVal(DeckText.rgb(theme.text()));
  }

  private void refer(
      CTNumDataSource source, List<Mark> marks, int column, Function<Mark, OptionalDouble> part) {
    var reference = source.addNewNumRef();
    reference.setF(sheet.formula(DeckSheet.column(column, 1, marks.size())));
    var cache = reference.addNewNumCache();
    cache.addNewPtCount().setVal(marks.size());
    for (int row = 0; row < marks.size(); row++) {
      OptionalDouble distance = part.apply(marks.get(row));
      if (distance.isPresent()) {
        double shown = distance.getAsDouble() * scale;
        sheet.number(row + 1, column, OptionalDouble.of(shown));
        var point = cache.addNewPt();
        point.setIdx(row);
        point.setV(Double.toString(shown));
      }
    }
  }
}

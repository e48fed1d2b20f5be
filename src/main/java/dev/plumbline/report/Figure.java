package dev.plumbline.report;

import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.LegendItemEntity;

/// A finished chart with what belongs to it.
///
/// The chart itself carries no title: the window shows `title` and `subtitle` in the header of the
/// card, exports draw them above the chart.
///
/// @param id name of the file and of the slide's chart, such as `bias-performance`
/// @param title the question it answers
/// @param subtitle what is shown: test, order, n, source
/// @param chart the chart, painted in `style`
/// @param table the data behind it
/// @param nativeChart the same for an office program
/// @param style what it was made with
public record Figure(
    String id,
    String title,
    String subtitle,
    JFreeChart chart,
    FigureTable table,
    NativeChart nativeChart,
    ChartStyle style) {

  /// What the reader points at, if it is a mark or the legend's entry of one.
  public static Optional<Subject> subjectOf(ChartEntity entity) {
    return switch (entity) {
      case SubjectEntity mark -> Optional.of(mark.subject());
      case LegendItemEntity item when item.getSeriesKey() instanceof SeriesKey key ->
          Optional.of(key.subject());
      case null, default -> Optional.empty();
    };
  }

  /// Why nothing is drawn, if nothing is.
  public Optional<String> sentence() {
    return nativeChart instanceof NativeChart.Sentence sentence
        ? Optional.of(sentence.text())
        : Optional.empty();
  }
}

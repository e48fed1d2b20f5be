package dev.plumbline.report;

/// Figures that need no data.
final class Figures {
  private Figures() {}

  /// A figure that says why there is nothing to draw.
  static Figure sentence(
      String id, String title, String sentence, FigureTable table, ChartStyle style) {
    return new Figure(
        id,
        title,
        "",
        ChartFrame.sentence(sentence, style),
        table,
        new NativeChart.Sentence(sentence),
        style);
  }
}

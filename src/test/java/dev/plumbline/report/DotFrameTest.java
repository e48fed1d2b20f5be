package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Interval;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotFrameTest {
  private static final ChartStyle STYLE =
      ChartStyle.of(ChartTheme.light(), Locale.ENGLISH, new DatasetColours(List.of("laion")));

  private static CategoryFrame frame(double low, double value, double high) {
    Subject subject = new Subject.Dataset("laion");
    Mark mark =
        new Mark(
            subject,
            Color.RED,
            OptionalDouble.of(value),
            Optional.of(new Interval(low, high, 0.95, "test")),
            "",
            "");
    return CategoryFrame.of(
        new MarkGrid(
            List.of("women"),
            List.of(new MarkGrid.Series(subject, "laion", Color.RED, List.of(mark)))),
        false,
        STYLE,
        "");
  }

  private static double[] ticks(CategoryPlot plot, double width) {
    var graphics = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB).createGraphics();
    List<?> ticks =
        plot.getRangeAxis()
            .refreshTicks(
                graphics,
                new AxisState(),
                new Rectangle2D.Double(0, 0, width, 200),
                RectangleEdge.BOTTOM);
    graphics.dispose();
    return ticks.stream().mapToDouble(tick -> ((NumberTick) tick).getValue()).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "-99.9,-99,-80",
    "-100,-100,-100",
    "-98,-40,12",
    "-60,-55,-50",
    "-99,10,450",
    "-3,1,4"
  })
  void noTickOfARatioLiesBelowMinusOneHundredPerCent(double low, double value, double high) {
    CategoryPlot plot = DotFrame.from(-100, frame(low, value, high), "");
    for (double width = 150; width < 6000; width *= 1.3) {
      double[] ticks = ticks(plot, width);
      assertTrue(ticks.length >= 2 && ticks[0] >= -100, ticks[0] + " at " + width);
      assertTrue(ticks[ticks.length - 1] <= plot.getRangeAxis().getUpperBound());
    }
    assertTrue(plot.getRangeAxis().getLowerBound() < low, "there is room for the interval");
    assertTrue(plot.getRangeAxis().getRange().contains(0));
  }

  @Test
  void anAxisOfSharesBeginsAtZero() {
    CategoryPlot plot = DotFrame.unsigned(frame(0, 0, 40), "");
    for (double width = 150; width < 6000; width *= 1.3) {
      assertEquals(0, ticks(plot, width)[0], 0);
    }
    assertTrue(plot.getRangeAxis().getLowerBound() < 0, "a dot at zero is not cut");
  }

  @ParameterizedTest
  @CsvSource({"0,0,0.4", "30,96.8,99", "100,100,100"})
  void anAxisOfSharesEndsAtOneHundredPerCent(double low, double value, double high) {
    CategoryPlot plot = DotFrame.shares(frame(low, value, high), "");
    for (double width = 150; width < 3000; width *= 1.3) {
      double[] ticks = ticks(plot, width);
      assertTrue(ticks[0] == 0 && ticks[ticks.length - 1] <= 100, ticks[ticks.length - 1] + "");
    }
    assertTrue(plot.getRangeAxis().getUpperBound() > high, "a dot at the end is not cut");
  }

  @Test
  void signedValuesKeepTheirTicksBelowMinusOneHundred() {
    double[] ticks = ticks(DotFrame.plot(frame(-400, -300, -200), ""), 600);
    assertTrue(ticks[0] < -100, "first tick " + ticks[0]);
  }
}

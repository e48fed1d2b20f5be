package dev.plumbline.report;

import java.awt.Color;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFRunProperties;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLegend;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/// Colours, lines and text of charts on slides. No font is named: the reader's deck theme decides,
/// because the fonts of this machine need not exist on theirs.
///
/// @param theme colours
record DeckText(ChartTheme theme) {
  /// Text of axes and legend, in points.
  static final int SIZE = 12;

  /// One decimal, a true minus sign.
  static final String SIGNED = "0.0;−0.0";

  private static final int HUNDREDTHS = 100;
  private static final double HAIRLINE = 0.75;

  static XDDFSolidFillProperties fill(Color color) {
    return new XDDFSolidFillProperties(new XDDFColorRgbBinary(rgb(color)));
  }

  static byte[] rgb(Color color) {
    return new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()};
  }

  static XDDFLineProperties line(Color color, double points) {
    XDDFLineProperties line = new XDDFLineProperties(fill(color));
    line.setWidth(points);
    return line;
  }

  static XDDFLineProperties noLine() {
    return new XDDFLineProperties(new XDDFNoFillProperties());
  }

  /// An axis without tick marks, its labels outside the plot even where it crosses inside.
  void dress(XDDFChartAxis axis, Color text) {
    axis.setMajorTickMark(AxisTickMark.NONE);
    axis.setMinorTickMark(AxisTickMark.NONE);
    axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
    XDDFRunProperties run = axis.getOrAddTextProperties();
    run.setFontSize((double) SIZE);
    run.setFillProperties(fill(text));
    axis.getOrAddShapeProperties().setLineProperties(line(theme.zero(), HAIRLINE));
  }

  /// An axis of numbers with its title.
  void dress(XSLFChart chart, XDDFValueAxis axis, String title, String format) {
    dress(axis, theme.muted());
    axis.setNumberFormat(format);
    axis.setTitle(title);
    chart.getCTChart().getPlotArea().getValAxList().stream()
        .filter(it -> it.getAxId().getVal() == axis.getId())
        .forEach(it -> dress(it.getTitle()));
  }

  private void dress(CTTitle title) {
    var run = title.getTx().getRich().getPArray(0).getRArray(0);
    dress(run.isSetRPr() ? run.getRPr() : run.addNewRPr());
  }

  private void dress(CTTextCharacterProperties properties) {
    properties.setSz(SIZE * HUNDREDTHS);
    properties.setB(false);
    properties.addNewSolidFill().addNewSrgbClr().setVal(rgb(theme.muted()));
  }

  /// Text of data labels and the like.
  void dress(CTTextBody body) {
    body.addNewBodyPr();
    dress(body.addNewP().addNewPPr().addNewDefRPr());
  }

  void grid(XDDFChartAxis axis) {
    axis.getOrAddMajorGridProperties().setLineProperties(line(theme.grid(), HAIRLINE));
  }

  void legend(XSLFChart chart) {
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    CTLegend legend = chart.getCTChart().getLegend();
    dress(legend.addNewTxPr());
  }
}

package dev.plumbline.report;

import dev.plumbline.core.Interval;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How numbers are written for readers: a true minus sign (U+2212), fixed decimals, no leading zero
/// where a value cannot exceed one (r, p, q), a no-break space before the per cent sign.
public final class NumberStyle {
  private static final char MINUS = '\u2212';
  private static final char NO_BREAK_SPACE = '\u00a0';
  private final DecimalFormatSymbols symbols;

  /// Writes numbers with the locale's decimal and grouping separators.
  public NumberStyle(Locale locale) {
    symbols = DecimalFormatSymbols.getInstance(locale);
    symbols.setMinusSign(MINUS);
  }

  /// A format with that many decimals, for axes.
  public DecimalFormat format(int decimals) {
    DecimalFormat format =
        new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /// `0.49`, `−1.20`.
  public String decimal(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    boolean zero = Math.abs(value) * scale < 0.5;
    return format(decimals).format(zero ? 0.0 : value);
  }

  /// `+0.34`, `−0.53`, `0.00`.
  public String signed(double value, int decimals) {
    String text = decimal(value, decimals);
    boolean positive = value > 0 && !text.equals(decimal(0, decimals));
    return positive ? "+" + text : text;
  }

  /// A correlation: `.71`, `−.53`, `1.00`.
  public String correlation(double r) {
    return withoutLeadingZero(decimal(r, 2));
  }

  /// A correlation with its sign: `+.71`, `−.53`.
  public String signedCorrelation(double r, int decimals) {
    return withoutLeadingZero(signed(r, decimals));
  }

  /// A probability in an equation: `q = .012`, `q < .001`.
  public String probability(String symbol, double p) {
    return p < 0.0005
        ? symbol + " < " + withoutLeadingZero(decimal(0.001, 3))
        : symbol + " = " + withoutLeadingZero(decimal(p, 3));
  }

  /// A share as per cent: `12.6 %`.
  public String percent(double share) {
    return decimal(share * 100, 1) + NO_BREAK_SPACE + "%";
  }

  /// A count with grouping: `24,000`.
  public String count(long count) {
    return format(0).format(count);
  }

  /// `[0.21, 0.80]`.
  public String interval(Interval interval, int decimals) {
    return "["
        + decimal(interval.low(), decimals)
        + ", "
        + decimal(interval.high(), decimals)
        + "]";
  }

  /// `[.24, .91]`.
  public String correlationInterval(Interval interval) {
    return "[" + correlation(interval.low()) + ", " + correlation(interval.high()) + "]";
  }

  private String withoutLeadingZero(String text) {
    String zero = "0" + symbols.getDecimalSeparator();
    int start = text.isEmpty() || Character.isDigit(text.charAt(0)) ? 0 : 1;
    return text.startsWith(zero, start)
        ? text.substring(0, start) + text.substring(start + 1)
        : text;
  }
}

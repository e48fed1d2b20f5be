package dev.plumbline.report;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/// Numbers with a sign, zero without one.
final class ZeroWithoutSign extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private final DecimalFormat signed;

  ZeroWithoutSign(DecimalFormat signed) {
    this.signed = signed;
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    if (Math.abs(number) < 1e-9) {
      return to.append('0');
    }
    return signed.format(number, to, position);
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    return signed.parse(source, position);
  }
}

package dev.plumbline.report;

import java.awt.Color;

/// Legibility of a colour on another: the contrast ratio of WCAG 2.2, (L₁ + 0.05) / (L₂ + 0.05)
/// with relative luminances L₁ ≥ L₂ of sRGB colours; from 1 to 21, body text needs 4.5. Source:
/// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
public final class Contrast {
  private Contrast() {}

  /// The ratio; the order of the colours does not matter. Both are taken as opaque.
  public static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// Whichever of two text colours reads better on a background.
  public static Color readable(Color background, Color one, Color other) {
    return ratio(background, one) >= ratio(background, other) ? one : other;
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}

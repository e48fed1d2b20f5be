package dev.plumbline.report;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/// Colours of charts and of the window around them.
///
/// Text colours reach a contrast of 4.5 on `card` and `ground`. The series are those of Okabe and
/// Ito (https://jfly.uni-koeln.de/color/), told apart with any common colour vision; the dark theme
/// has lighter ones in the same order.
///
/// @param name `light` or `dark`
/// @param ground behind the cards
/// @param card behind a chart
/// @param text titles and numbers that answer
/// @param muted notes, axes
/// @param hairline borders, axis lines
/// @param grid grid lines
/// @param zero line at zero
/// @param accent the one colour of the window
/// @param neutral middle of the diverging scale, and marks without a dataset
/// @param negative low end of the diverging scale
/// @param positive high end of the diverging scale
/// @param series colours of datasets, in order
public record ChartTheme(
    String name,
    Color ground,
    Color card,
    Color text,
    Color muted,
    Color hairline,
    Color grid,
    Color zero,
    Color accent,
    Color neutral,
    Color negative,
    Color positive,
    List<Color> series) {
  private static final double PALEST = 0.12;

  public ChartTheme {
    series = List.copyOf(series);
  }

  /// White cards on a pale ground.
  public static ChartTheme light() {
    return new ChartTheme(
        "light",
        new Color(0xF6F8FA),
        new Color(0xFFFFFF),
        new Color(0x1F2328),
        new Color(0x57606A),
        new Color(0xD0D7DE),
        new Color(0xEAEEF2),
        new Color(0x8C959F),
        new Color(0x0969DA),
        new Color(0xF3F5F7),
        new Color(0xD55E00),
        new Color(0x0072B2),
        colours(0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00));
  }

  /// Dark cards on a darker ground.
  public static ChartTheme dark() {
    return new ChartTheme(
        "dark",
        new Color(0x0D1117),
        new Color(0x161B22),
        new Color(0xE6EDF3),
        new Color(0x9BA4AE),
        new Color(0x30363D),
        new Color(0x242A32),
        new Color(0x6E7681),
        new Color(0x58A6FF),
        new Color(0x262C34),
        new Color(0xF0793A),
        new Color(0x4C9BE0),
        colours(0x4C9BE0, 0xF0B429, 0x2DBE94, 0xE08FBF, 0x8CCFF7, 0xF0793A));
  }

  private static List<Color> colours(int... rgb) {
    return Arrays.stream(rgb).mapToObj(Color::new).toList();
  }

  /// Colour of a value between −1 and 1 on the diverging scale; values beyond are drawn as the end.
  public Color diverging(double value) {
    double share = Math.min(1, Math.abs(value));
    return mix(neutral, value < 0 ? negative : positive, share);
  }

  /// Colour of a value between 0 and 1 on a scale of one colour that deepens; the least is told
  /// from [#neutral()] already.
  public Color deepening(double value) {
    return mix(neutral, positive, PALEST + (1 - PALEST) * Math.clamp(value, 0, 1));
  }

  /// The colour that lies `share` of the way from one to the other, channel by channel.
  public static Color mix(Color from, Color to, double share) {
    return new Color(
        (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
        (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
        (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
  }

  /// Text colour that reads on a filled cell: of black and white one always reaches 4.58.
  public Color textOn(Color fill) {
    return Contrast.readable(fill, Color.BLACK, Color.WHITE);
  }

  /// Six hexadecimal digits, as stylesheets and slides want them.
  public static String hex(Color color) {
    return "%06X".formatted(color.getRGB() & 0xFFFFFF);
  }
}

package dev.plumbline.report;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The font family of one picture and its four sizes.
///
/// @param family name of an installed family that can display the picture's texts
public record Typeface(String family) {
  private static final List<String> PREFERRED =
      List.of(
          "Segoe UI",
          "Helvetica Neue",
          "Noto Sans",
          "DejaVu Sans",
          "Yu Gothic UI",
          "Hiragino Sans",
          "Noto Sans CJK JP",
          "Noto Sans JP",
          "BIZ UDPGothic",
          "IPAexGothic",
          "IPAPGothic",
          "IPAGothic",
          "VL PGothic",
          "TakaoPGothic",
          "Meiryo");

  /// The first family, of those that suit charts and then of all that are installed, which can
  /// display every character; the logical `SansSerif` if none can.
  public static Typeface displaying(String text) {
    return Stream.concat(PREFERRED.stream(), Stream.of(Font.SANS_SERIF))
        .filter(family -> family.equals(Font.SANS_SERIF) || Installed.FAMILIES.contains(family))
        .filter(family -> displays(family, text))
        .findFirst()
        .or(() -> Installed.FAMILIES.stream().filter(family -> displays(family, text)).findFirst())
        .map(Typeface::new)
        .orElseGet(() -> new Typeface(Font.SANS_SERIF));
  }

  /// Whether some installed font can display every character.
  public static boolean available(String text) {
    return displays(displaying(text).family(), text);
  }

  private static boolean displays(String family, String text) {
    String visible = text.replaceAll("\\p{Cntrl}", "");
    return new Font(family, Font.PLAIN, 12).canDisplayUpTo(visible) < 0;
  }

  /// For ticks, legends and notes: 12.
  public Font note() {
    return new Font(family, Font.PLAIN, 12);
  }

  /// For names of rows: 13.
  public Font body() {
    return new Font(family, Font.PLAIN, 13);
  }

  /// For numbers that answer: 14, bold.
  public Font answer() {
    return new Font(family, Font.BOLD, 14);
  }

  /// For the title above an exported chart: 16, bold.
  public Font title() {
    return new Font(family, Font.BOLD, 16);
  }

  private static final class Installed {
    private static final Set<String> FAMILIES =
        Arrays.stream(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}

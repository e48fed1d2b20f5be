package dev.plumbline.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines where its language allows; Japanese needs no spaces.
final class TextLines {
  private static final String ELLIPSIS = "…";

  private TextLines() {}

  /// Lines no wider than `width`; what does not fit on the last of `most` lines ends in an
  /// ellipsis.
  static List<String> wrap(
      String text, Font font, double width, int most, FontRenderContext context) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    int fitting = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (fitting > start && wide(text.substring(start, end), font, context) > width) {
        if (lines.size() == most - 1) {
          break;
        }
        lines.add(text.substring(start, fitting).strip());
        start = fitting;
      }
      fitting = end;
    }
    lines.add(cut(text.substring(start).strip(), font, width, context));
    return lines;
  }

  /// The text, shortened to fit with an ellipsis at its end.
  static String cut(String text, Font font, double width, FontRenderContext context) {
    String shown = text;
    int end = text.length();
    while (end > 1 && wide(shown, font, context) > width) {
      end = text.offsetByCodePoints(end, -1);
      shown = text.substring(0, end).strip() + ELLIPSIS;
    }
    return shown;
  }

  /// Width of a line.
  static double wide(String text, Font font, FontRenderContext context) {
    return font.getStringBounds(text.strip(), context).getWidth();
  }
}

package dev.plumbline.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines of about equal length where its language allows; Japanese needs no
/// spaces, and no line of it starts with a closing mark.
final class TextLines {
  private static final String ELLIPSIS = "…";
  private static final String NOT_FIRST = "・、。，．：；！？）」』】〉》ー…%％／/·";
  private static final String BETWEEN_WORDS = "・／、。，；：/·-";
  private static final double NARROWING = 0.96;

  private TextLines() {}

  /// Lines no wider than `width`; what does not fit on the last of `most` lines ends in an
  /// ellipsis. Words are kept whole where the text can be broken between them instead.
  static List<String> wrap(
      String text, Font font, double width, int most, FontRenderContext context) {
    List<String> whole = wrap(text, font, width, most, context, true);
    return whole.stream().noneMatch(line -> line.endsWith(ELLIPSIS))
        ? whole
        : wrap(text, font, width, most, context, false);
  }

  private static List<String> wrap(
      String text, Font font, double width, int most, FontRenderContext context, boolean words) {
    List<String> lines = fill(text, font, width, most, context, words);
    boolean cut = lines.getLast().endsWith(ELLIPSIS) && !text.endsWith(ELLIPSIS);
    double narrower = width * NARROWING;
    while (!cut && lines.size() > 1) {
      List<String> balanced = fill(text, font, narrower, most, context, words);
      if (balanced.size() > lines.size()
          || balanced.stream().anyMatch(line -> line.endsWith(ELLIPSIS))) {
        break;
      }
      lines = balanced;
      narrower *= NARROWING;
    }
    return lines;
  }

  private static List<String> fill(
      String text, Font font, double width, int most, FontRenderContext context, boolean words) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    int fitting = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && NOT_FIRST.indexOf(text.charAt(end)) >= 0) {
        continue;
      }
      if (words && end < text.length() && !betweenWords(text.charAt(end - 1))) {
        continue;
      }
      if (fitting > start && wide(text.substring(start, end), font, context) > width) {
        if (lines.size() == most - 1) {
          break;
        }
        lines.add(cut(text.substring(start, fitting).strip(), font, width, context));
        start = fitting;
      }
      fitting = end;
    }
    lines.add(cut(text.substring(start).strip(), font, width, context));
    return lines;
  }

  private static boolean betweenWords(char before) {
    return Character.isWhitespace(before) || BETWEEN_WORDS.indexOf(before) >= 0;
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

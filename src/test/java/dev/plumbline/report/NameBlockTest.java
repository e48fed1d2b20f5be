package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.text.TextBlockAnchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameBlockTest {
  private static final int MIDDLE = 100;

  /// Rows of the picture that are inked.
  private record Ink(int top, int bottom, int left, int right) {
    double middle() {
      return (top + bottom) / 2.0;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEX", "画像", "Δ"})
  void inkIsInTheMiddle(String text) {
    assertEquals(MIDDLE, ink(List.of(text), true).middle(), 1.6);
  }

  @Test
  void twoLinesStandAboutTheMiddle() {
    Ink two = ink(List.of("HEX", "HEX"), true);
    assertEquals(MIDDLE, two.middle(), 1.6);
    Ink one = ink(List.of("HEX"), true);
    assertEquals(1.25 * 20, (two.bottom() - two.top()) - (one.bottom() - one.top()), 1.1);
  }

  @Test
  void namesEndAtTheAnchorOrBeginThere() {
    assertTrue(ink(List.of("HEX"), true).right() <= MIDDLE);
    assertTrue(ink(List.of("HEX"), false).left() >= MIDDLE);
  }

  private static Ink ink(List<String> lines, boolean right) {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
    new NameBlock(lines, font, Color.WHITE, right)
        .draw(g2, MIDDLE, MIDDLE, TextBlockAnchor.CENTER_RIGHT, 0, 0, 0);
    g2.dispose();
    int top = 200;
    int bottom = 0;
    int leftmost = 200;
    int rightmost = 0;
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        if ((image.getRGB(x, y) & 0xFF) > 80) {
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
          leftmost = Math.min(leftmost, x);
          rightmost = Math.max(rightmost, x);
        }
      }
    }
    return new Ink(top, bottom, leftmost, rightmost);
  }
}

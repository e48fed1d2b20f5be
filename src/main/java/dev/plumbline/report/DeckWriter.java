package dev.plumbline.report;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/// Writes figures as a PowerPoint deck, 16:9: a title slide, then one slide a figure with a chart
/// or table that can be edited there.
public final class DeckWriter {
  private static final Dimension PAGE = new Dimension(960, 540);
  private static final int MARGIN = 48;
  private static final double LARGEST_TITLE = 26;
  private static final double SAFETY = 1.2;
  private static final Rectangle TITLE = new Rectangle(MARGIN, 26, 864, 44);
  private static final Rectangle SUBTITLE = new Rectangle(MARGIN, 70, 864, 30);
  private static final Rectangle BODY = new Rectangle(MARGIN, 108, 864, 400);
  private static final Rectangle ANSWER = new Rectangle(MARGIN, 106, 864, 26);
  private static final Rectangle BELOW_ANSWER = new Rectangle(MARGIN, 136, 864, 376);
  private final DeckCover cover;
  private final ChartTheme theme;

  private DeckWriter(DeckCover cover, List<Figure> figures) {
    this.cover = cover;
    this.theme = figures.getFirst().style().theme();
  }

  /// Writes a deck of at least one figure; a cover without a title is left out.
  ///
  /// @throws PlumblineException if the file cannot be written
  public static void write(Path file, DeckCover cover, List<Figure> figures) {
    Arguments.check(!figures.isEmpty(), "a deck needs a figure");
    DeckWriter writer = new DeckWriter(cover, figures);
    try (XMLSlideShow deck = new XMLSlideShow()) {
      deck.setPageSize(PAGE);
      if (!cover.title().isEmpty()) {
        writer.cover(deck);
      }
      for (Figure figure : figures) {
        writer.slides(deck, figure);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        deck.write(out);
      }
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check the folder and its permissions.", e);
    }
  }

  /// Writes figures without a title slide.
  ///
  /// @param note source and settings, for the speaker notes
  /// @throws PlumblineException if the file cannot be written
  public static void write(Path file, String note, List<Figure> figures) {
    write(file, new DeckCover("", "", List.of(), note), figures);
  }

  private XSLFSlide page(XMLSlideShow deck, String title, Rectangle place, double size) {
    XSLFSlide slide =
        deck.createSlide(deck.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_ONLY));
    slide.getBackground().setFillColor(theme.card());
    XSLFTextShape head = slide.getPlaceholder(0);
    ((CTShape) head.getXmlObject()).getSpPr().addNewXfrm(); // else the layout's own would move
    head.setAnchor(place);
    write(head, title, size, theme.text(), true);
    return slide;
  }

  private void cover(XMLSlideShow deck) {
    XSLFSlide slide = page(deck, cover.title(), new Rectangle(MARGIN, 150, 864, 64), 40);
    XSLFTextBox date = slide.createTextBox();
    date.setAnchor(new Rectangle(MARGIN, 218, 864, 32));
    write(date, cover.date(), 18, theme.muted(), false);
    XSLFTextBox settings = slide.createTextBox();
    settings.setAnchor(new Rectangle(MARGIN, 268, 864, 200));
    write(settings, String.join("\n", cover.settings()), 14, theme.muted(), false);
    note(deck, slide, cover.note());
  }

  /// One slide; a table with many rows goes on several.
  private void slides(XMLSlideShow deck, Figure figure) throws IOException {
    if (figure.nativeChart() instanceof NativeChart.Table table) {
      List<NativeChart.Table> parts = DeckTable.parts(table);
      for (int i = 0; i < parts.size(); i++) {
        String part = parts.size() == 1 ? "" : " (" + (i + 1) + "/" + parts.size() + ")";
        slide(deck, figure, figure.title() + part, parts.get(i));
      }
    } else {
      slide(deck, figure, figure.title(), figure.nativeChart());
    }
  }

  /// The size at which a title stays on one line, not below 18.
  private static double titleSize(String title) {
    Font font = Typeface.displaying(title).title().deriveFont((float) LARGEST_TITLE);
    double width = TextLines.wide(title, font, new FontRenderContext(null, true, true));
    return Math.clamp(LARGEST_TITLE * TITLE.getWidth() / (width * SAFETY), 18, LARGEST_TITLE);
  }

  private void slide(XMLSlideShow deck, Figure figure, String title, NativeChart chart)
      throws IOException {
    XSLFSlide slide = page(deck, title, TITLE, titleSize(title));
    XSLFTextBox subtitle = slide.createTextBox();
    subtitle.setAnchor(SUBTITLE);
    write(subtitle, figure.subtitle(), 14, theme.muted(), false);
    switch (chart) {
      case NativeChart.Bars bars -> new DeckBars(bars, theme).addTo(deck, slide, BODY);
      case NativeChart.Scatter scatter -> {
        XSLFTextBox answer = slide.createTextBox();
        answer.setAnchor(ANSWER);
        write(answer, scatter.headline(), 18, theme.text(), true);
        new DeckScatter(scatter, theme).addTo(deck, slide, BELOW_ANSWER);
      }
      case NativeChart.Table table -> new DeckTable(table, theme).addTo(slide, BODY);
      case NativeChart.Sentence sentence -> {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(BODY);
        write(box, sentence.text(), 18, theme.muted(), false);
        box.setVerticalAlignment(VerticalAlignment.MIDDLE);
        box.getTextParagraphs().forEach(it -> it.setTextAlign(TextAlign.CENTER));
      }
    }
    note(deck, slide, figure.title() + "\n" + figure.subtitle() + "\n" + cover.note());
  }

  private void write(XSLFTextShape shape, String text, double size, Color color, boolean bold) {
    shape.clearText();
    shape.setLeftInset(0);
    shape.setRightInset(0);
    shape.setTopInset(0);
    shape.setBottomInset(0);
    shape.setWordWrap(true);
    shape.setVerticalAlignment(VerticalAlignment.TOP);
    for (String line : text.split("\n", -1)) {
      XSLFTextParagraph paragraph = shape.addNewTextParagraph();
      paragraph.setTextAlign(TextAlign.LEFT);
      XSLFTextRun run = paragraph.addNewTextRun();
      run.setText(line);
      run.setFontSize(size);
      run.setFontColor(color);
      run.setBold(bold);
    }
  }

  /// A place in the units charts are placed in.
  static Rectangle2D emu(Rectangle points) {
    return new Rectangle2D.Double(
        Units.toEMU(points.getX()),
        Units.toEMU(points.getY()),
        Units.toEMU(points.getWidth()),
        Units.toEMU(points.getHeight()));
  }

  private static void note(XMLSlideShow deck, XSLFSlide slide, String text) {
    XSLFNotes notes = deck.getNotesSlide(slide);
    for (XSLFTextShape shape : notes.getPlaceholders()) {
      if (shape.getTextType() == Placeholder.BODY) {
        shape.setText(text);
      }
    }
  }
}

package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.ChartTheme;
import dev.plumbline.report.CompositionBars;
import dev.plumbline.report.DatasetColours;
import dev.plumbline.report.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a small manifest of its own before anybody has added one.
///
/// The first look of a process loads the query engine's native library and a few hundred classes,
/// which takes longer than the look itself. Nothing of it is kept or shown, and a failure is left
/// to the first real manifest to tell.
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int ROWS = 16_000;
  private static final int ROUNDS = 3;
  private static final String FACET = "captionWords";
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;
  private static final String HEADER = "url,caption,width,height,similarity,nsfw\n";

  private final FirstLook look;
  private final Lexicon lexicon;

  /// @param look the look that is to be fast
  /// @param lexicon term lists looked for
  public WarmUp(FirstLook look, Lexicon lexicon) {
    this.look = look;
    this.lexicon = lexicon;
  }

  /// Starts it on a daemon thread, of the lowest priority where the system heeds that.
  public void start() {
    Thread thread = Thread.ofPlatform().daemon().name("warm-up").unstarted(this::run);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private void run() {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        draw(look());
      }
    } catch (IOException | PlumblineException e) {
      LOG.debug("The first look stays cold", e);
    }
  }

  /// Looks once.
  CompositionEstimate look() throws IOException {
    Path file = Files.createTempFile("plumbline-warm-up-", ".csv");
    try {
      Files.writeString(file, rows());
      return look.of(
          new ManifestSource(new DatasetId("warm-up"), List.of(file.toString()), Map.of()),
          lexicon);
    } finally {
      Files.delete(file);
    }
  }

  private static void draw(CompositionEstimate estimate) {
    ChartStyle style =
        ChartStyle.of(ChartTheme.light(), Locale.ENGLISH, new DatasetColours(List.of()));
    new PngWriter(WIDTH, HEIGHT, 1).image(CompositionBars.estimate(estimate, FACET, style));
  }

  private static String rows() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                "https://www.example.org/%d.jpg,a woman and a man with a flower %d,%d,300,0.3,no\n"
                    .formatted(i, i, 200 + i % 300))
        .collect(Collectors.joining("", HEADER, ""));
  }
}

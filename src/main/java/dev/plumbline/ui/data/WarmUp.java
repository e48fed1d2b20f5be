package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.RowFormat;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.ChartTheme;
import dev.plumbline.report.CompositionBars;
import dev.plumbline.report.DatasetColours;
import dev.plumbline.report.PngWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
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
  private static final int MOST_WORDS = 16;
  private static final List<String> FILLERS =
      List.of("a", "the", "with", "Photo", "of", "|", "2019", "blue", "–", "Café", "の写真", "фото");
  private static final int PLAIN_FILLERS = 8;
  private static final List<String> HOSTS =
      List.of("www.example.org", "img.example.co.uk:8080", "cdn7.example.com", "192.0.2.7");
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
      look(WarmUp::draw);
    } catch (IOException | PlumblineException e) {
      LOG.debug("The first look stays cold", e);
    }
  }

  /// Looks at a text file and then at the same rows packed, as most manifests are.
  ///
  /// @param seen is given what each look found
  void look(Consumer<CompositionEstimate> seen) throws IOException {
    Path text = Files.createTempFile("plumbline-warm-up-", ".csv");
    Path packed = Files.createTempFile("plumbline-warm-up-", ".parquet");
    try {
      Files.writeString(text, rows());
      seen.accept(look.of(source(text), lexicon));
      pack(text, packed);
      for (int round = 1; round < ROUNDS; round++) {
        seen.accept(look.of(source(packed), lexicon));
      }
    } finally {
      Files.delete(text);
      Files.delete(packed);
    }
  }

  private static ManifestSource source(Path file) {
    return new ManifestSource(new DatasetId("warm-up"), List.of(file.toString()), Map.of());
  }

  private static void pack(Path text, Path packed) {
    Cancellation none = new Cancellation();
    try (DuckDbEngine engine = DuckDbEngine.open();
        QuerySession session = engine.session()) {
      ManifestTable table = new ManifestTable(engine.read(source(text), none), session);
      session.write(
          "SELECT * FROM " + table.sql() + " AS rows", packed, RowFormat.PARQUET, none, _ -> {});
    }
  }

  private static void draw(CompositionEstimate estimate) {
    ChartStyle style =
        ChartStyle.of(ChartTheme.light(), Locale.ENGLISH, new DatasetColours(List.of()));
    new PngWriter(WIDTH, HEIGHT, 1).image(CompositionBars.estimate(estimate, FACET, style));
  }

  /// Captions of all lengths about everything that is looked for, since code that has only seen one
  /// kind of caption is made anew for the next.
  private String rows() {
    List<String> all = new ArrayList<>(FILLERS);
    lexicon.terms().values().forEach(list -> all.addAll(list.terms()));
    List<String> plain =
        all.stream().filter(StandardCharsets.US_ASCII.newEncoder()::canEncode).toList();
    SplittableRandom random = new SplittableRandom(ROWS);
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      rows.append("https://")
          .append(HOSTS.get(random.nextInt(HOSTS.size())))
          .append('/')
          .append(i)
          .append(".jpg,\"");
      List<String> words = i % 2 == 0 ? plain : all;
      for (int word = random.nextInt(MOST_WORDS); word > 0; word--) {
        boolean filler = random.nextInt(4) > 0;
        rows.append(words.get(random.nextInt(filler ? PLAIN_FILLERS : words.size())))
            .append(word == 3 ? ", " : " ");
      }
      rows.append("\",")
          .append(200 + random.nextInt(800))
          .append(",300,0.")
          .append(200 + random.nextInt(200))
          .append(",UNLIKELY\n");
    }
    return rows.toString();
  }
}

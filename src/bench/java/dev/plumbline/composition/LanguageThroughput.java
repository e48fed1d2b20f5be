package dev.plumbline.composition;

import dev.plumbline.composition.language.CaptionLanguage;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How many captions a second have their language told on one thread, and what detection on a
/// sample adds to counting a manifest of a million rows.
public final class LanguageThroughput {
  private static final int ROWS = 1_000_000;

  private LanguageThroughput() {}

  public static void main(String... arguments) throws IOException {
    List<String> captions = new ArrayList<>();
    for (String file : List.of("captions.tsv", "unseen.tsv")) {
      for (String line : Files.readAllLines(Path.of("src/test/resources/language", file))) {
        captions.add(line.split("\t")[1]);
      }
    }
    try (CaptionLanguage languages = CaptionLanguage.load()) {
      told(languages, captions, 10_000);
      double seconds = told(languages, captions, 20_000);
      System.out.printf("one thread: %,.0f captions/s%n", 20_000 / seconds);
    }
    Path folder = Files.createTempDirectory("languages");
    Path csv = folder.resolve("million.csv");
    try (var writer = Files.newBufferedWriter(csv)) {
      writer.write("url,caption\n");
      for (int i = 0; i < ROWS; i++) {
        String caption = captions.get((int) (i * 7919L % captions.size())).replace("\"", "");
        writer.write("https://a%d.example/%d.jpg,\"%s\"%n".formatted(i % 97, i, caption));
      }
    }
    try (DuckDbEngine engine = DuckDbEngine.open();
        LanguageSampler sampler = new LanguageSampler(engine)) {
      ManifestSource source =
          new ManifestSource(new DatasetId("million"), List.of(csv.toString()), Map.of());
      Manifest manifest = new ManifestReader(engine).read(source, new Cancellation());
      for (int round = 0; round < 2; round++) {
        long start = System.nanoTime();
        new CompositionProfiler(engine)
            .profile(
                manifest,
                new CompositionSettings(LexiconReader.bundled()),
                Progress.none(),
                new Cancellation());
        long counted = System.nanoTime();
        sampler.detect(manifest, LanguageSampler.ROWS, round, new Cancellation());
        long detected = System.nanoTime();
        System.out.printf(
            "count %.2f s, then languages of about %,d rows %.2f s: %.2f of the count%n",
            (counted - start) / 1e9,
            LanguageSampler.ROWS,
            (detected - counted) / 1e9,
            (double) (detected - counted) / (counted - start));
      }
    }
    Files.delete(csv);
    Files.delete(folder);
  }

  private static double told(CaptionLanguage languages, List<String> captions, int times) {
    long start = System.nanoTime();
    int told = 0;
    for (int i = 0; i < times; i++) {
      told += languages.of(captions.get(i % captions.size())).equals("und") ? 0 : 1;
    }
    if (told == 0) {
      throw new IllegalStateException("nothing was told");
    }
    return (System.nanoTime() - start) / 1e9;
  }
}

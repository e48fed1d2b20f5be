package dev.plumbline.bench;

import dev.plumbline.composition.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes Parquet shards that look like those of LAION with invented content: columns and types of
/// the joined release, captions of 9 words in the mean, 2 % of the addresses and about 5 % of the
/// captions repeated, 2 % of the sizes missing. Same seed, same rows.
final class LaionShards {
  /// Rows of a file that [#files(Path, int, Lexicon)] makes.
  static final int ROWS_PER_SHARD = 1_000_000;

  private static final long SEED = 20_260_101;
  private static final String TABLE =
      "CREATE TABLE laion (URL VARCHAR, TEXT VARCHAR, WIDTH INTEGER, HEIGHT INTEGER, similarity"
          + " DOUBLE, LANGUAGE VARCHAR, LICENSE VARCHAR, NSFW VARCHAR, pwatermark FLOAT, aesthetic"
          + " FLOAT)";
  private static final String[] LANGUAGES = {"en", "en", "en", "en", "de", "fr", "es", "nolang"};
  private static final String[] LICENSES = {"?", "?", "?", "?", "?", "?", "cc-by", "cc-by-sa"};
  private static final String[] ENDINGS = {"com", "com", "com", "org", "net", "co.uk", "de", "fr"};
  private static final String[] GLUE = {" ", " ", " ", " ", " ", " ", " ", ", ", " - ", " | "};
  private static final int SIDES = 640;

  private final CaptionWords words;
  private final long seed;

  LaionShards(CaptionWords words, long seed) {
    this.words = words;
    this.seed = seed;
  }

  /// The n-th file of a folder.
  static Path file(Path folder, int shard) {
    return folder.resolve("part-%05d.parquet".formatted(shard));
  }

  /// The first files of a folder, a million rows each; those that are not there are made.
  ///
  /// @param lexicon whose terms captions hold
  static List<String> files(Path folder, int shards, Lexicon lexicon)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    LaionShards generator = new LaionShards(new CaptionWords(lexicon, SEED), SEED);
    List<Thread> threads = new ArrayList<>();
    int workers = Math.min(shards, Runtime.getRuntime().availableProcessors());
    for (int worker = 0; worker < workers; worker++) {
      int first = worker;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int shard = first; shard < shards; shard += workers) {
                      if (!Files.exists(file(folder, shard))) {
                        generator.write(folder, shard, ROWS_PER_SHARD);
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return IntStream.range(0, shards).mapToObj(shard -> file(folder, shard).toString()).toList();
  }

  /// Writes the n-th file.
  void write(Path folder, int shard, int rows) {
    try (DuckDBConnection connection =
            DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      append(connection, shard, rows);
      Path part = folder.resolve("part-%05d.part".formatted(shard));
      statement.execute(
          "COPY laion TO '%s' (FORMAT parquet, COMPRESSION snappy)"
              .formatted(part.toString().replace("'", "''")));
      Files.move(part, file(folder, shard));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("shard " + shard + " cannot be written", e);
    }
  }

  private void append(DuckDBConnection connection, int shard, int rows) throws SQLException {
    SplittableRandom random = new SplittableRandom(seed + 1_000_003L * shard);
    String caption = "";
    String url = "";
    try (DuckDBAppender appender =
        connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "laion")) {
      for (int row = 0; row < rows; row++) {
        caption = random.nextInt(20) == 0 && row > 0 ? caption : caption(random);
        url = random.nextInt(50) == 0 && row > 0 ? url : url(random);
        boolean sized = random.nextInt(50) != 0;
        int width = sized ? 100 + side(random) : 0;
        int height = sized ? 100 + side(random) : 0;
        appender.beginRow().append(url).append(caption).append(width).append(height);
        appender.append(0.28 + Math.abs(random.nextGaussian()) * 0.04);
        appender.append(LANGUAGES[random.nextInt(LANGUAGES.length)]);
        appender.append(LICENSES[random.nextInt(LICENSES.length)]);
        appender.append(random.nextInt(30) == 0 ? "UNSURE" : "UNLIKELY");
        appender.append((float) Math.pow(random.nextDouble(), 3));
        appender.append((float) (5 + random.nextGaussian()));
        appender.endRow();
      }
    }
  }

  private static int side(SplittableRandom random) {
    return (int) (SIDES * Math.exp(random.nextGaussian() * 0.6));
  }

  private String caption(SplittableRandom random) {
    if (random.nextInt(25) == 0) {
      return words.nextWithoutSpaces(random);
    }
    boolean title = random.nextInt(3) == 0;
    StringBuilder caption = new StringBuilder();
    int length = 1 + (int) (-Math.log(1 - random.nextDouble()) * 4) + random.nextInt(9);
    for (int i = 0; i < length; i++) {
      String word = words.next(random);
      if (i > 0) {
        caption.append(GLUE[random.nextInt(GLUE.length)]);
      }
      caption.append(title ? capital(word) : word);
    }
    return caption.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// A host among about 300,000, few of them frequent.
  private static String url(SplittableRandom random) {
    int site = (int) Math.exp(random.nextDouble() * Math.log(300_000));
    String ending = ENDINGS[site % ENDINGS.length];
    String host = site % 5 == 0 ? "cdn.site" + site : site % 5 == 1 ? "www.s" + site : "i.p" + site;
    return "https://%s.%s/images/%s/%s.jpg"
        .formatted(
            host,
            ending,
            Integer.toString(random.nextInt(100_000), 36),
            Long.toString(random.nextLong() >>> 8, 36));
  }
}

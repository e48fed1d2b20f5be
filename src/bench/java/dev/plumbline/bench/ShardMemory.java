package dev.plumbline.bench;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// Does the profile of 1,000 shards need more memory than that of 100, and does it get slower on
/// the way?
///
/// Four LAION-like shards are made and repeated by links, so that 1,000 of them are what a manifest
/// of that size is to the engine: so many files, so many bytes, so many rows. Prints for each run:
/// bytes, rows, seconds, rows a second in each tenth of the work, greatest heap, greatest resident
/// memory of the process; then the ratios between the runs. A run is stopped after `limit` seconds
/// and says which share it had done.
///
/// Run: `./mvnw -q test-compile exec:exec@bench -Dbench='-Xmx512m dev.plumbline.bench.ShardMemory
/// FOLDER [SHARDS=1000] [LIMIT=480]'`.
public final class ShardMemory {
  private static final int DISTINCT = 4;
  private static final int ROWS_PER_SHARD = 250_000;
  private static final long SEED = 20_261_127;
  private static final long LOOK_MILLIS = 200;

  private ShardMemory() {}

  /// Peaks and pace of one run.
  private record Run(
      long rows, long bytes, double seconds, double share, long heap, long resident) {}

  /// Entry point: folder, number of shards, most seconds of a run.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/bench");
    int shards = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    int limit = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 480;
    Path made = Files.createDirectories(folder.resolve("distinct"));
    LaionShards generator = new LaionShards(new CaptionWords(LexiconReader.bundled(), SEED), SEED);
    for (int i = 0; i < DISTINCT; i++) {
      if (!Files.exists(LaionShards.file(made, i))) {
        generator.write(made, i, ROWS_PER_SHARD);
      }
    }
    Run few = run(links(folder, made, Math.max(DISTINCT, shards / 10)), limit);
    Run many = run(links(folder, made, shards), limit);
    System.out.printf(
        "ratio of %d shards to %d: heap %.2f, resident memory %.2f, rows a second %.2f%n",
        shards,
        Math.max(DISTINCT, shards / 10),
        (double) many.heap() / few.heap(),
        (double) many.resident() / few.resident(),
        many.rows() * many.share() / many.seconds() / (few.rows() * few.share() / few.seconds()));
  }

  private static Path links(Path folder, Path made, int shards) throws IOException {
    Path linked = Files.createDirectories(folder.resolve("shards-" + shards));
    for (int i = 0; i < shards; i++) {
      Path link = LaionShards.file(linked, i);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, LaionShards.file(made, i % DISTINCT).toAbsolutePath());
      }
    }
    return linked;
  }

  private static Run run(Path shards, int limit) throws InterruptedException {
    System.gc();
    Cancellation cancellation = new Cancellation();
    AtomicLong done = new AtomicLong();
    long start = System.nanoTime();
    Watch watch = new Watch(start, limit, cancellation);
    Thread watching = Thread.ofPlatform().daemon().start(watch);
    try (DuckDbEngine engine = DuckDbEngine.open(new EngineSettings(1024, 2, Optional.empty()))) {
      Manifest manifest =
          engine.read(
              new ManifestSource(new DatasetId("repeated"), List.of(shards.toString()), Map.of()),
              cancellation);
      long rows = (long) ROWS_PER_SHARD * manifest.files().size();
      System.out.printf(
          "%,d shards, %,d bytes, %,d rows; opened in %.2f s%n",
          manifest.files().size(), manifest.bytes(), rows, (System.nanoTime() - start) / 1e9);
      long began = System.nanoTime();
      Pace pace = new Pace(rows, began);
      double share = 1;
      Progress progress =
          (_, part, _) -> {
            done.accumulateAndGet(part, Math::max);
            pace.reached(part / 1000.0);
          };
      try {
        CompositionResult result =
            new CompositionProfiler(engine)
                .profile(
                    manifest,
                    new CompositionSettings(LexiconReader.bundled()),
                    progress,
                    cancellation);
        if (result.rows() != rows || !result.rejects().isEmpty()) {
          throw new IllegalStateException(result.rows() + " rows, " + result.rejects());
        }
      } catch (CancellationException _) {
        share = done.get() / 1000.0;
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      watching.interrupt();
      watching.join();
      System.out.printf(
          "  %.1f%% of the work in %.1f s: %,.0f rows/s; greatest heap %,d MB, resident %,d MB%n",
          100 * share, seconds, share * rows / seconds, watch.heap >> 20, watch.resident >> 20);
      return new Run(rows, manifest.bytes(), seconds, share, watch.heap, watch.resident);
    }
  }

  /// Prints how fast each tenth of the work went.
  private static final class Pace {
    private final long rows;
    private double last;
    private long lastNanos;

    Pace(long rows, long began) {
      this.rows = rows;
      this.lastNanos = began;
    }

    synchronized void reached(double share) {
      if (share - last >= 0.0999) {
        long now = System.nanoTime();
        System.out.printf(
            "  %3.0f%%: %,.0f rows/s%n",
            100 * share, (share - last) * rows * 1e9 / (now - lastNanos));
        last = share;
        lastNanos = now;
      }
    }
  }

  /// Looks at the memory now and then, and ends a run that takes too long.
  private static final class Watch implements Runnable {
    private final long start;
    private final int limit;
    private final Cancellation cancellation;
    private volatile long heap;
    private volatile long resident;

    Watch(long start, int limit, Cancellation cancellation) {
      this.start = start;
      this.limit = limit;
      this.cancellation = cancellation;
    }

    @Override
    public void run() {
      try {
        while (true) {
          heap =
              Math.max(
                  heap, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
          resident = Math.max(resident, resident());
          if (System.nanoTime() - start > limit * 1_000_000_000L) {
            cancellation.cancel();
          }
          Thread.sleep(LOOK_MILLIS);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    /// Resident memory of this process, 0 where the system does not tell.
    private static long resident() {
      try (var lines = Files.lines(Path.of("/proc/self/status"))) {
        return lines
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElse(0);
      } catch (IOException _) {
        return 0;
      }
    }
  }
}

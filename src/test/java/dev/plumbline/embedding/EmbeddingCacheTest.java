package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
  private static final long ROOM = 1 << 20;

  @TempDir private Path folder;

  @Test
  void returnsWhatItWasGivenAfterReopening() {
    fill("model", 0, 10);
    try (VectorPack pack = open("model")) {
      for (int i = 0; i < 10; i++) {
        assertArrayEquals(vector(i), pack.get(key(i)).orElseThrow());
      }
      assertTrue(pack.get(key(10)).isEmpty());
    }
    try (VectorPack other = open("other model")) {
      assertTrue(other.get(key(0)).isEmpty());
    }
  }

  @Test
  void aTornTailCostsOnlyWhatWasTorn() throws IOException {
    fill("model", 0, 5);
    Path file = onlyPack();
    try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
      torn.setLength(torn.length() - 3);
    }
    assertEquals(4, known("model", 5));
    fill("model", 4, 7);
    assertEquals(7, known("model", 7));
  }

  @Test
  void aFlippedBitCostsOnlyItsVector() throws IOException {
    fill("model", 0, 5);
    Path file = onlyPack();
    byte[] bytes = Files.readAllBytes(file);
    bytes[PackFile.HEADER + PackFile.recordBytes(3) + StimulusKey.BYTES + 2] ^= 4;
    Files.write(file, bytes);
    assertEquals(4, known("model", 5));
  }

  @Test
  void aFileThatIsNoPackIsReplaced() throws IOException {
    fill("model", 0, 2);
    Files.writeString(onlyPack(), "something else altogether, longer than a header");
    assertEquals(0, known("model", 2));
    fill("model", 0, 2);
    assertEquals(2, known("model", 2));
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws IOException {
    List<String> models = List.of("a", "b", "c", "d");
    EmbeddingCache cache = EmbeddingCache.at(folder, 1500);
    for (String model : models) {
      try (VectorPack pack = cache.open(model)) {
        put(pack, 0, 10);
      }
      age();
    }
    assertTrue(cache.bytes() <= 1500, "at most what the limit allows");
    assertEquals(0, known("a", 10));
    assertEquals(10, known("d", 10));
  }

  @Test
  void useMakesYoung() throws IOException {
    EmbeddingCache cache = EmbeddingCache.at(folder, ROOM);
    for (String model : List.of("a", "b", "c", "d")) {
      try (VectorPack pack = cache.open(model)) {
        put(pack, 0, 10);
      }
      age();
    }
    assertEquals(10, known("a", 10), "reading is a use");
    age();
    EmbeddingCache.setLimit(folder, 1500);
    assertTrue(cache.bytes() <= 1500, "made smaller at once");
    assertEquals(10, known("a", 10));
    assertEquals(0, known("b", 10));
  }

  @Test
  void countsItsVectorsAndRemembersItsLimit() throws IOException {
    assertEquals(EmbeddingCache.DEFAULT_BYTES, EmbeddingCache.limitOf(folder));
    fill("model", 0, 7);
    fill("other", 0, 3);
    EmbeddingCache cache = EmbeddingCache.at(folder, ROOM);
    assertEquals(10, cache.vectors());
    try (RandomAccessFile torn = new RandomAccessFile(packs().getFirst().toFile(), "rw")) {
      torn.setLength(torn.length() - 3);
    }
    assertEquals(9, cache.vectors());
    EmbeddingCache.setLimit(folder, 12_345);
    assertEquals(12_345, EmbeddingCache.limitOf(folder));
    Files.writeString(folder.resolve("limit"), "much");
    assertEquals(EmbeddingCache.DEFAULT_BYTES, EmbeddingCache.limitOf(folder));
  }

  @Test
  void clearsAndForgets() {
    fill("model", 0, 3);
    EmbeddingCache cache = EmbeddingCache.at(folder, ROOM);
    assertTrue(cache.bytes() > 0);
    cache.clear();
    assertEquals(0, cache.bytes());
    assertEquals(0, known("model", 3));
  }

  @Test
  void writersInOneProgramTakeTurns() {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 8; thread++) {
        int from = 10 * thread;
        threads.submit(() -> fill("model", from, from + 10));
      }
    }
    assertEquals(80, known("model", 80));
  }

  @Test
  void keepsNothingWhereToldSo() {
    EmbeddingCache none = EmbeddingCache.none();
    try (VectorPack pack = none.open("model")) {
      put(pack, 0, 3);
    }
    try (VectorPack pack = none.open("model")) {
      assertTrue(pack.get(key(0)).isEmpty());
    }
    assertEquals(0, none.bytes());
  }

  @Test
  void remembersDigestsByPathSizeAndTime() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "one");
    FileTime past = FileTime.fromMillis(System.currentTimeMillis() - 60_000);
    Files.setLastModifiedTime(file, past);
    Path log = folder.resolve("digests.log");
    String digest = FileDigests.logged(log).of(file);
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, past);
    FileDigests reopened = FileDigests.logged(log);
    assertEquals(digest, reopened.of(file), "same path, size and time: not read again");
    Files.writeString(file, "three");
    assertNotEquals(digest, reopened.of(file));
  }

  @Test
  void aTornLogOfDigestsIsMended() throws IOException {
    FileTime past = FileTime.fromMillis(System.currentTimeMillis() - 60_000);
    Path log = folder.resolve("digests.log");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      files.add(Files.writeString(folder.resolve("file " + i + " %\u82b1"), "content " + i));
      Files.setLastModifiedTime(files.get(i), past);
    }
    FileDigests first = FileDigests.logged(log);
    files.subList(0, 2).forEach(first::of);
    String text = Files.readString(log);
    Files.writeString(log, text.substring(0, text.length() - 5));
    FileDigests second = FileDigests.logged(log);
    files.forEach(second::of);
    List<String> lines = Files.readAllLines(log);
    assertEquals(4, lines.size());
    FileDigests third = FileDigests.logged(log);
    files.forEach(third::of);
    assertEquals(lines, Files.readAllLines(log), "all were known");
  }

  @Test
  void aFileChangedJustNowIsNotRemembered() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "one", StandardOpenOption.CREATE);
    FileTime now = Files.getLastModifiedTime(file);
    FileDigests digests = FileDigests.inMemory();
    String before = digests.of(file);
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, now);
    assertNotEquals(before, digests.of(file));
  }

  private VectorPack open(String model) {
    return EmbeddingCache.at(folder, ROOM).open(model);
  }

  private void fill(String model, int from, int to) {
    try (VectorPack pack = open(model)) {
      put(pack, from, to);
    }
  }

  private static void put(VectorPack pack, int from, int to) {
    for (int i = from; i < to; i++) {
      pack.put(List.of(key(i)), List.of(vector(i)));
    }
  }

  private int known(String model, int upTo) {
    int known = 0;
    try (VectorPack pack = open(model)) {
      for (int i = 0; i < upTo; i++) {
        known += pack.get(key(i)).isPresent() ? 1 : 0;
      }
    }
    return known;
  }

  /// Makes all files older, so that the next one is the latest used.
  private void age() throws IOException {
    for (Path pack : packs()) {
      long time = Files.getLastModifiedTime(pack).toMillis();
      Files.setLastModifiedTime(pack, FileTime.fromMillis(time - 60_000));
    }
  }

  private Path onlyPack() throws IOException {
    assertEquals(1, packs().size());
    return packs().getFirst();
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("packs"))) {
      return files.toList();
    }
  }

  private static StimulusKey key(int i) {
    return StimulusKey.ofText("text " + i);
  }

  private static float[] vector(int i) {
    return new float[] {i, -i, 1f / (i + 1)};
  }
}

package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Digest;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecomputedVectorsTest {
  private static final FloatMatrix VECTORS =
      FloatMatrix.wrap(3, 2, new float[] {3, 4, 0, -2, 1e-3f, 0});
  private static final EmbeddingSettings STRICT = EmbeddingSettings.defaults();
  private static final EmbeddingSettings LENIENT = STRICT.withSkipBadImages(true);

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("their-clip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "npy", "parquet"})
  void textsAreFoundByTheTextWhateverTheFormat(String suffix) throws IOException {
    write("t." + suffix, List.of("a rose", "an ant", "a tulip"));
    Files.writeString(folder.resolve("ids.txt"), "a rose\nan ant\na tulip\n");
    String ids = suffix.equals("npy") ? ", \"ids\": \"ids.txt\"" : "";
    declare("\"texts\": {\"vectors\": \"t." + suffix + "\"" + ids + "}");
    Embeddings found = texts(STRICT, List.of("a tulip", "a rose"));
    assertEquals(List.of("a tulip", "a rose"), found.names());
    assertArrayEquals(new float[] {1, 0}, found.vectors().row(0));
    assertArrayEquals(new float[] {0.6f, 0.8f}, found.vectors().row(1));
    assertEquals("precomputed", found.device());
  }

  @Test
  void aMissingTextIsAnErrorOrLeftOut() throws IOException {
    write("t.csv", List.of("a rose", "an ant", "a tulip"));
    declare("\"texts\": {\"vectors\": \"t.csv\"}");
    String refused =
        assertThrows(PlumblineException.class, () -> texts(STRICT, List.of("a rose", "a wasp")))
            .getMessage();
    assertTrue(refused.startsWith("The text \"a wasp\" has no vector in "), refused);
    Embeddings left = texts(LENIENT, List.of("a wasp", "a rose"));
    assertEquals(List.of("a rose"), left.names());
    assertEquals(0, left.rejected().getFirst().index());
    String none =
        assertThrows(PlumblineException.class, () -> texts(LENIENT, List.of("a wasp", "a fly")))
            .getMessage();
    assertTrue(none.contains("None of the 2 texts has a vector in"), none);
  }

  @Test
  void imagesAreFoundByPathNameStemOrDigest() throws IOException {
    Path rose = picture("flowers/1.png", "rose");
    Path ant = picture("insects/1.png", "ant");
    Path tulip = picture("flowers/tulip.png", "tulip");
    for (List<String> ids :
        List.of(
            List.of("flowers/1.png", "insects/1.png", "tulip.png"),
            List.of("flowers\\1.png", "insects\\1.png", "tulip"),
            List.of(Digest.of(rose), Digest.of(ant), Digest.of(tulip).toUpperCase()))) {
      write("i.parquet", ids);
      declare("\"images\": {\"vectors\": \"i.parquet\"}");
      Embeddings found = images(STRICT, List.of(ant, tulip, rose));
      assertEquals(-1, found.vectors().get(0, 1), ids::toString);
      assertEquals(1, found.vectors().get(1, 0), ids::toString);
      assertEquals(0.6f, found.vectors().get(2, 0), ids::toString);
    }
  }

  @Test
  void anIdThatFitsTwoPicturesIsUsedForNeither() throws IOException {
    Path rose = picture("flowers/1.png", "rose");
    Path ant = picture("insects/1.png", "ant");
    Path tulip = picture("flowers/2.png", "tulip");
    write("i.csv", List.of("1.png", "2.png", "3.png"));
    declare("\"images\": {\"vectors\": \"i.csv\"}");
    Embeddings found = images(LENIENT, List.of(rose, ant, tulip));
    assertEquals(List.of("2.png"), found.names());
    assertEquals(2, found.rejected().size());
    String sentence = found.rejected().getFirst().sentence();
    assertTrue(sentence.contains("give ids with their folders"), sentence);
    Path copy = picture("copies/1.png", "rose");
    assertEquals(2, images(STRICT, List.of(rose, copy)).vectors().rows(), "the same picture twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "0,1,name;1,2,a;3,4,a|the id \"a\" stands twice, in rows 1 and 2",
        "0,1,name;1,nan,a|row 1, column \"1\": \"nan\" is not a finite",
        "0,1,name;1,2,a;3,b|row 2: 2 cells where the header has 3",
        "0,1;1,2|holds no names: give a file of \"ids\"",
        "0,1,name;0,0,a|row 1: all values are zero"
      })
  void whatIsWrongWithVectorsIsAFailedCheck(String lines, String complaint) throws IOException {
    Files.writeString(folder.resolve("t.csv"), lines.replace(';', '\n') + "\n");
    declare("\"texts\": {\"vectors\": \"t.csv\"}");
    Check check = preflight().checks().getFirst();
    assertEquals(Check.Status.FAIL, check.status());
    assertTrue(check.detail().contains(complaint), check.detail());
  }

  @Test
  void npyWithNanOrAnotherNumberOfIdsIsAFailedCheck() throws IOException {
    EmbeddingFiles.writeArray(
        folder.resolve("t.npy"), FloatMatrix.wrap(2, 2, new float[] {1, 2, 3, Float.NaN}), 2, 2);
    Files.writeString(folder.resolve("ids.json"), "[\"a\", \"b\"]");
    declare("\"texts\": {\"vectors\": \"t.npy\", \"ids\": \"ids.json\"}");
    String nan = preflight().checks().getFirst().detail();
    assertTrue(nan.contains("row 2, column 2: NaN is not a finite number"), nan);
    Files.writeString(folder.resolve("ids.json"), "[\"a\"]");
    String fewer = preflight().checks().getFirst().detail();
    assertTrue(fewer.contains("holds 2 vectors, but") && fewer.contains("1 ids."), fewer);
  }

  @Test
  void bothSidesMustHaveOneSize() throws IOException {
    write("t.csv", List.of("a", "b", "c"));
    Files.writeString(folder.resolve("i.csv"), "0,1,2,name\n1,2,3,a.png\n");
    declare("\"texts\": {\"vectors\": \"t.csv\"}, \"images\": {\"vectors\": \"i.csv\"}");
    ModelBundle bundle = preflight();
    assertEquals(
        List.of("image-vectors pass", "text-vectors pass", "common-space fail"),
        bundle.checks().stream().map(it -> it.id() + " " + it.status().label()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "{\"schema\": \"other/1\"}|must be \"plumbline-vectors/1\"",
        "{\"schema\": \"plumbline-vectors/1\"}|names neither \"texts\" nor \"images\"",
        "{\"schema\": \"plumbline-vectors/1\", \"texts\": {\"vectors\": \"none.csv\"}}|there is no"
            + " file",
        "{\"schema\": \"plumbline-vectors/1\", \"texts\": {\"vector\": \"t\"}}|is not known here",
        "not json|vectors.json"
      })
  void refusesADeclarationInOneSentence(String declaration, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve(PrecomputedVectors.FILE), declaration);
    String message =
        assertThrows(PlumblineException.class, () -> BundleReader.read(folder)).getMessage();
    assertTrue(message.contains(complaint), message);
    assertTrue(message.contains(file.getFileName().toString()), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void factsComeFromTheDeclarationAndFromPlumblineJson() throws IOException {
    write("t.csv", List.of("a", "b", "c"));
    declare(
        "\"texts\": {\"vectors\": \"t.csv\"}, \"id\": \"ViT-B-32__laion2b\", \"parameters\": 5");
    ModelBundle declared = BundleReader.read(folder.resolve(PrecomputedVectors.FILE));
    assertEquals("ViT-B-32__laion2b", declared.id().value());
    assertEquals(5, declared.parameters());
    assertEquals(Layout.VECTORS, declared.layout());
    CatalogEntry entry = declared.catalog().withPretrainingDataset("mine");
    CatalogWriter.write(folder, entry);
    assertEquals("mine", BundleReader.read(folder).catalog().pretrainingDataset().orElseThrow());
  }

  @Test
  void aDeclarationIsWrittenForFilesWhoseIdsTellWhatTheyAre() throws IOException {
    write("a.npy", List.of("x", "y", "z"));
    Files.writeString(folder.resolve("a.txt"), "a rose\nan ant\na tulip\n");
    write("b.parquet", List.of("flowers/1.png", "2.JPG", "3.webp"));
    List<Path> files = List.of(folder.resolve("b.parquet"), folder.resolve("a.npy"));
    assertEquals(folder, VectorsDeclaration.write(files));
    assertEquals(1, texts(STRICT, List.of("a tulip")).vectors().rows());
    Path picture = picture("flowers/1.png", "rose");
    assertEquals(0.6f, images(STRICT, List.of(picture)).vectors().get(0, 0));
    String again =
        assertThrows(PlumblineException.class, () -> VectorsDeclaration.write(files)).getMessage();
    assertTrue(again.startsWith("There is a declaration already: choose "), again);
    Files.delete(folder.resolve(PrecomputedVectors.FILE));
    write("c.csv", List.of("x", "y", "z"));
    List<Path> twoTexts = List.of(folder.resolve("a.npy"), folder.resolve("c.csv"));
    String both =
        assertThrows(PlumblineException.class, () -> VectorsDeclaration.write(twoTexts))
            .getMessage();
    assertTrue(both.endsWith("are both of texts: choose one of each."), both);
  }

  @Test
  void aSideThatIsNotThereIsToldInOneSentence() throws IOException {
    write("t.csv", List.of("a", "b", "c"));
    declare("\"texts\": {\"vectors\": \"t.csv\"}");
    Path picture = picture("a.png", "a");
    String message =
        assertThrows(PlumblineException.class, () -> images(STRICT, List.of(picture))).getMessage();
    assertTrue(message.endsWith("vectors.json names no vectors of images."), message);
  }

  private void write(String name, List<String> ids) {
    EmbeddingFiles.write(folder.resolve(name), VECTORS, ids);
  }

  private void declare(String members) throws IOException {
    Files.writeString(
        folder.resolve(PrecomputedVectors.FILE),
        "{\"schema\": \"" + PrecomputedVectors.SCHEMA + "\", " + members + "}");
  }

  private Path picture(String name, String content) throws IOException {
    Path file = root.resolve("pictures").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Embeddings texts(EmbeddingSettings settings, List<String> texts) {
    return new Embedder(settings, EmbeddingCache.none())
        .texts(BundleReader.read(folder), texts, Progress.none(), new Cancellation());
  }

  private Embeddings images(EmbeddingSettings settings, List<Path> images) {
    return new Embedder(settings, EmbeddingCache.none())
        .images(BundleReader.read(folder), images, Progress.none(), new Cancellation());
  }

  private ModelBundle preflight() {
    return new Preflight(STRICT).complete(BundleReader.read(folder), new Cancellation());
  }
}

package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFolderReaderTest {
  @TempDir private Path folder;

  @BeforeEach
  void images() throws IOException {
    Files.createDirectory(folder.resolve("val"));
    for (String name : List.of("val/1.jpg", "val/2.jpg", "c.png")) {
      Files.createFile(folder.resolve(name));
    }
    Files.writeString(folder.resolve("queries.txt"), "\uFEFFa clever person\r\n\n  a doctor \n");
  }

  @Test
  void labelsAndQueriesAreReadAsWritten() throws IOException {
    LabelledFolder read =
        read(
            "\uFEFFgender,file,race\n"
                + "Male,val/2.jpg, Black \n"
                + ",c.png,White\n"
                + "Female,val/1.jpg,Black\n");
    assertEquals(List.of("val/2.jpg", "c.png", "val/1.jpg"), read.names());
    assertEquals(folder.resolve("c.png"), read.images().get(1));
    assertEquals(List.of("a clever person", "a doctor"), read.queries());
    assertEquals(
        List.of(
            new ImageAttribute("gender", List.of("Male", "", "Female")),
            new ImageAttribute("race", List.of("Black", "White", "Black"))),
        read.attributes());
    assertEquals(List.of("Female", "Male"), read.attributes().getFirst().values());
    assertEquals(List.of(), read.notes());
  }

  @Test
  void missingImagesAndColumnsThatAreNoAttributesAreLeftOutAndSaid() throws IOException {
    LabelledFolder read =
        read("image,gender,photographer\nc.png,f,Ann\nval/1.jpg,m,Ann\ngone.png,m,Ann\n");
    assertEquals(List.of("c.png", "val/1.jpg"), read.names());
    assertEquals(List.of("gender"), read.attributes().stream().map(ImageAttribute::name).toList());
    assertEquals(2, read.notes().size());
    assertTrue(read.notes().getFirst().contains("gone.png"), read.notes().toString());
    assertTrue(read.notes().getLast().contains("photographer"), read.notes().toString());
  }

  @Test
  void badTablesGetOneSentenceEach() throws IOException {
    assertRefused("no column of image files", "name,gender\nc.png,f\n");
    assertRefused("holds no labels", "image,gender\n");
    assertRefused("holds no labels", "");
    assertRefused("two columns named \"gender\"", "image,gender,gender\nc.png,f,f\n");
    assertRefused("row 3 has 1 cells", "image,gender\nc.png,f\nval/1.jpg\n");
    assertRefused("row 3, column image names \"c.png\" again", "image,g\nc.png,f\nc.png,m\n");
    assertRefused("row 2, column image is empty", "image,g\n,f\nc.png,m\n");
    assertRefused("None of the 2 images", "image,g\nx.png,f\ny.png,m\n");
    assertRefused("no column with 2 to 40", "image,g\nc.png,f\nval/1.jpg,f\n");
    assertRefused("check its quotes", "image,g\nc.png,\"f\n");
  }

  @Test
  void columnsAskedForMustBeAttributes() throws IOException {
    String table = "image,gender,one\nc.png,f,x\nval/1.jpg,m,x\n";
    assertRefused("no attribute \"age\"", table, "age");
    assertRefused("no attribute \"image\"", table, "image");
    assertRefused("column one has 1 different labels", table, "one");
    Files.writeString(folder.resolve("labels.csv"), table);
    assertEquals(1, read(List.of("gender")).attributes().size());
  }

  @Test
  void queriesMustBeThereAndDiffer() throws IOException {
    Files.writeString(folder.resolve("queries.txt"), "\n \n");
    assertRefused("holds no query", "image,g\nc.png,f\nval/1.jpg,m\n");
    Files.writeString(folder.resolve("queries.txt"), "a doctor\na nurse\na doctor\n");
    assertRefused("\"a doctor\" twice", "image,g\nc.png,f\nval/1.jpg,m\n");
    Files.write(folder.resolve("queries.txt"), new byte[] {'a', (byte) 0xff});
    assertRefused("not UTF-8", "image,g\nc.png,f\nval/1.jpg,m\n");
    Files.delete(folder.resolve("queries.txt"));
    assertRefused("queries.txt", "image,g\nc.png,f\nval/1.jpg,m\n");
  }

  private LabelledFolder read(String table) throws IOException {
    Files.writeString(folder.resolve("labels.csv"), table);
    return read(List.of());
  }

  private LabelledFolder read(List<String> attributes) {
    return LabelledFolderReader.read(
        folder, folder.resolve("labels.csv"), folder.resolve("queries.txt"), attributes);
  }

  private void assertRefused(String words, String table, String... attributes) throws IOException {
    Files.writeString(folder.resolve("labels.csv"), table);
    PlumblineException refused =
        assertThrows(PlumblineException.class, () -> read(List.of(attributes)));
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    assertTrue(refused.getMessage().contains(folder.toString()), "file: " + refused.getMessage());
  }
}

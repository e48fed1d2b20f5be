package dev.plumbline.performance;

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

class LabelledImagesTest {
  @TempDir Path folder;

  @BeforeEach
  void twoClasses() throws IOException {
    for (String image : List.of("red_fox/2.png", "red_fox/10.png", "ant/a.jpg", ".cache/x.png")) {
      Files.createDirectories(folder.resolve(image).getParent());
      Files.createFile(folder.resolve(image));
    }
  }

  private String refusal() {
    return assertThrows(PlumblineException.class, () -> LabelledImages.read(folder)).getMessage();
  }

  @Test
  void foldersNameTheClassesAndOneTemplateIsSupplied() {
    LabelledImages data = LabelledImages.read(folder);
    assertEquals(List.of("ant", "red fox"), data.classes());
    assertEquals(List.of(0, 1, 1), data.labels());
    assertEquals(folder.resolve("red_fox/10.png"), data.images().get(1));
    assertEquals(List.of("a photo of a ant.", "a photo of a red fox."), data.prompts());
  }

  @Test
  void filesOfNamesAndTemplatesAreUsed() throws IOException {
    Files.writeString(folder.resolve("classnames.txt"), "emmet\nfox\n\n");
    Files.writeString(
        folder.resolve("zeroshot_classification_templates.txt"), "the {c}\r\n{} and {}\r\n");
    LabelledImages data = LabelledImages.read(folder);
    assertEquals(List.of("the emmet", "emmet and emmet", "the fox", "fox and fox"), data.prompts());
  }

  @Test
  void filesThatDoNotFitAreSentences() throws IOException {
    Files.writeString(folder.resolve("classnames.txt"), "one\n");
    assertTrue(refusal().contains("names 1 classes but there are 2 folders"));
    Files.writeString(folder.resolve("classnames.txt"), "one\ntwo\n");
    Path templates = folder.resolve("zeroshot_classification_templates.txt");
    Files.writeString(templates, "a photo\n");
    assertTrue(refusal().contains("without {c} or {}"));
    Files.writeString(templates, "\n");
    assertTrue(refusal().contains("holds no template"));
    Files.delete(templates);
    Files.createDirectory(folder.resolve("zebra"));
    assertTrue(refusal().contains("zebra"));
  }

  @Test
  void aFolderWithoutClassFoldersIsASentence() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("ant/sub"));
    assertTrue(
        assertThrows(PlumblineException.class, () -> LabelledImages.read(empty))
            .getMessage()
            .contains("holds no class folders"));
  }
}

package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.EmbeddingCache;
import dev.plumbline.embedding.EmbeddingFiles;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.embedding.Embeddings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.stimulus.ImageFolder;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.study.SampleStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sample model's own vectors, written by [EmbeddingFiles] and measured without the model.
class VectorsCommandTest {
  private static final Path SAMPLE = SampleStudy.locate().getParent();
  private static final Path MODEL = SAMPLE.resolve("models/vit-s-pleasant");

  @TempDir private Path folder;
  private final Set<String> texts = new LinkedHashSet<>();

  @BeforeEach
  void export() throws IOException {
    ModelBundle bundle = BundleReader.read(MODEL);
    Embedder embedder = new Embedder(EmbeddingSettings.defaults(), EmbeddingCache.none());
    Battery battery = BatteryReader.bundled("sample");
    List<Path> images = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (StimulusSet set : battery.sets().values()) {
      texts.addAll(set.sentences());
      set.images()
          .ifPresent(
              name -> {
                for (Path image : ImageFolder.list(SAMPLE.resolve("stimuli").resolve(name))) {
                  images.add(image);
                  ids.add(name + "/" + image.getFileName());
                }
              });
    }
    Embeddings pictures = embedder.images(bundle, images, Progress.none(), new Cancellation());
    EmbeddingFiles.write(folder.resolve("images.parquet"), pictures.vectors(), ids);
    writeTexts(bundle, embedder, List.copyOf(texts));
    Files.writeString(
        folder.resolve("vectors.json"),
        """
        {"schema": "plumbline-vectors/1", "id": "vit-s-pleasant",
         "texts": {"vectors": "texts.npy", "ids": "texts.txt"},
         "images": {"vectors": "images.parquet"}}
        """);
  }

  private void writeTexts(ModelBundle bundle, Embedder embedder, List<String> wanted)
      throws IOException {
    Embeddings words = embedder.texts(bundle, wanted, Progress.none(), new Cancellation());
    EmbeddingFiles.write(folder.resolve("texts.npy"), words.vectors(), words.names());
    Files.write(folder.resolve("texts.txt"), wanted);
  }

  @Test
  void vectorsGiveTheEffectSizesOfTheirModel() {
    JsonObject own = Cli.json("bias", "--model", MODEL, "--no-cache");
    JsonObject given = Cli.json("bias", "--vectors", folder);
    List<JsonElement> expected = own.getAsJsonArray("results").asList();
    List<JsonElement> actual = given.getAsJsonArray("results").asList();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      for (String number : List.of("d", "p", "low", "high")) {
        assertEquals(
            expected.get(i).getAsJsonObject().get(number).getAsDouble(),
            actual.get(i).getAsJsonObject().get(number).getAsDouble(),
            1e-5,
            number);
      }
    }
    assertEquals(0, given.getAsJsonArray("failures").size());
  }

  @Test
  void testsThatLackAStimulusAreSkippedWithTheReasonAndTheOthersGoOn() throws IOException {
    List<String> most = new ArrayList<>(texts);
    String dropped = most.removeFirst();
    ModelBundle bundle = BundleReader.read(MODEL);
    writeTexts(bundle, new Embedder(EmbeddingSettings.defaults(), EmbeddingCache.none()), most);
    int skipped = 0;
    int measured = 0;
    for (JsonElement row : Cli.json("bias", "--vectors", folder).getAsJsonArray("results")) {
      JsonObject cell = row.getAsJsonObject();
      if (cell.get("d").isJsonNull()) {
        skipped++;
        String reason = cell.get("skipped").getAsString();
        assertTrue(reason.contains("stimuli have no vector: The text \"" + dropped), reason);
      } else {
        measured++;
      }
    }
    assertTrue(skipped > 0 && measured > 0, skipped + " skipped, " + measured + " measured");
  }

  @Test
  void inspectReadsAllVectors() {
    String checks = Cli.json("inspect", folder).getAsJsonArray("checks").toString();
    assertTrue(checks.contains("image-vectors") && checks.contains("common-space"), checks);
  }

  @Test
  void inspectProposesFactsByChosenRulesAndSavesThem() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            {"ignoreCase": true, "architectures": [],
             "datasets": [{"contains": "pleasant", "family": "mine"}]}
            """);
    Cli.assertRefused(List.of("--save needs --catalog"), "inspect", folder, "--save");
    Cli.assertRefused(
        List.of("none.json"), "inspect", folder, "--catalog", folder.resolve("none.json"));
    JsonObject result = Cli.json("inspect", folder, "--catalog", rules, "--save");
    assertEquals("mine", result.getAsJsonObject("catalog").get("datasetFamily").getAsString());
    JsonObject later = Cli.json("inspect", folder);
    assertEquals("mine", later.getAsJsonObject("catalog").get("datasetFamily").getAsString());
  }

  @Test
  void aFolderWithoutDeclarationIsRefused() {
    Cli.assertRefused(List.of("vectors.json", MODEL.toString()), "bias", "--vectors", MODEL);
  }
}

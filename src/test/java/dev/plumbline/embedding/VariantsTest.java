package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "vision_model.onnx, fp32",
    "vision_model_fp16.onnx, fp16",
    "text_model_q4f16.onnx, q4f16",
    "onnx16-open_clip-ViT-B-16-visual.onnx, fp16",
    "onnx32-open_clip-ViT-B-16-visual.onnx, fp32",
    "clip-vit-base-patch16-textual-quint8.onnx, uint8"
  })
  void readsThePrecisionFromTheName(String file, String variant) {
    assertEquals(variant, Variants.of(Path.of(file)));
  }

  @Test
  void takesTheHighestThenTheRememberedThenTheOneAskedFor() throws IOException {
    Path bundle = Bundles.copy("split", folder.resolve("model"));
    Path onnx = bundle.resolve("onnx");
    for (String variant : List.of("q4")) {
      Files.copy(
          onnx.resolve("vision_model.onnx"), onnx.resolve("vision_model_" + variant + ".onnx"));
    }
    assertEquals("fp32", BundleReader.read(bundle).variant());
    assertTrue(BundleReader.read(bundle).variants().containsAll(List.of("fp32", "fp16", "q4")));
    Files.writeString(bundle.resolve(CatalogEntry.FILE), "{\"variant\":\"q4\"}");
    assertEquals("q4", BundleReader.read(bundle).variant());
    assertEquals("fp16", BundleReader.read(bundle, Optional.of("float16")).variant());
    assertEquals(
        "fp32", BundleReader.read(bundle, Optional.of("q4")).text().orElseThrow().variant());
    PlumblineException none =
        assertThrows(
            PlumblineException.class, () -> BundleReader.read(bundle, Optional.of("bnb4")));
    assertTrue(none.getMessage().contains("does not come as \"bnb4\""), none.getMessage());
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    Path link = folder.resolve("model.onnx");
    Files.createSymbolicLink(link, link);
    PlumblineException e = assertThrows(PlumblineException.class, () -> BundleReader.read(folder));
    assertTrue(e.getMessage().contains("model.onnx is a link"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "SIGLIP, 'A_photo, of  CATS!', 'aphoto of cats'",
    "OPEN_CLIP_SIGLIP, 'A_photo, of &amp; CATS!', 'a photo of cats'",
    "SIGLIP2, 'A photo, of CATS!', 'a photo, of cats!'"
  })
  void siglipTextsAreCleanedAsTheirReferencesDo(
      TextConvention convention, String text, String cleaned) {
    assertEquals(cleaned, convention.clean(text));
  }
}

package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One file of a sound bundle replaced by something that cannot be right: one sentence that names
/// the place.
class MalformedBundleTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "config.json|{|config.json is not valid JSON",
        "config.json|[]|config.json, $: must be an object",
        "config.json|{\"model_type\":7}|$.model_type: must be a text",
        "config.json|{\"vision_config\":{\"hidden_act\":1}}|hidden_act: must be a text",
        "preprocessor_config.json|{]|preprocessor_config.json is not valid JSON",
        "preprocessor_config.json|{\"do_resize\":true,\"size\":8,\"crop_size\":8,\"resample\":9}|filter"
            + " 9 is not supported",
        "preprocessor_config.json|{\"do_resize\":true,\"size\":{\"height\":0,\"width\":8}}|size.height",
        "preprocessor_config.json|{\"do_resize\":true,\"size\":8,\"crop_size\":8,\"image_std\":[0,1,1]}|must"
            + " not hold 0",
        "preprocessor_config.json|{\"do_resize\":false}|does not resize",
        "tokenizer.json|{|tokenizer.json is not valid JSON",
        "tokenizer.json|{}|\"model\" is missing",
        "tokenizer.json|{\"model\":{\"type\":\"Magic\",\"vocab\":{}}}|cannot be opened",
        "tokenizer_config.json|{\"pad_token\":3}|pad_token: must be a text",
        "tokenizer_config.json|no|tokenizer_config.json is not valid JSON",
        "plumbline.json|{\"variant\":\"q3\"}|does not come as \"q3\"",
        "plumbline.json|{\"variant\":\" \"}|variant: must not be blank",
        "plumbline.json|{\"datasetSize\":-1}|datasetSize: must not be negative",
        "onnx/text_model.onnx|plain text|is not an ONNX model",
        "onnx/vision_model.onnx|{\"ir_version\":8}|is not an ONNX model"
      })
  void oneSentenceNamesThePlace(String file, String content, String words) throws IOException {
    Path bundle = Bundles.copy("split", folder.resolve("model"));
    Files.writeString(bundle.resolve(file), content);
    PlumblineException e = assertThrows(PlumblineException.class, () -> embed(bundle));
    assertTrue(e.getMessage().contains(words), e.getMessage());
    assertTrue(e.getMessage().contains(bundle.toString()), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }

  private static void embed(Path folder) {
    ModelBundle bundle = BundleReader.read(folder);
    new Embedder(EmbeddingSettings.defaults(), EmbeddingCache.none())
        .texts(bundle, List.of("ab"), Progress.none(), new Cancellation());
  }
}

package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingReaderTest {
  @TempDir private Path folder;

  @Test
  void readsSiglipsSquash() throws IOException {
    ImagePreprocessing read =
        read(
            """
            {"do_resize":true,"do_rescale":true,"do_normalize":true,"size":{"height":256,"width":256},
             "image_processor_type":"SiglipImageProcessor","resample":3,"rescale_factor":0.00392156862745098,
             "image_mean":[0.5,0.5,0.5],"image_std":[0.5,0.5,0.5]}
            """);
    assertEquals(ImagePreprocessing.siglip(256, 256), read);
  }

  @Test
  void readsACropSmallerThanTheResize() throws IOException {
    ImagePreprocessing read =
        read(
            "{\"do_resize\":true,\"size\":256,\"crop_size\":224,\"resample\":2,\"image_mean\":[0,0,0]}");
    assertEquals(256, read.resizeWidth());
    assertEquals(224, read.width());
    assertEquals(Interpolation.BILINEAR, read.interpolation());
    assertEquals(List.of(0.0, 0.0, 0.0), read.mean());
  }

  @Test
  void readsOpenClipsDialects() throws IOException {
    ImagePreprocessing alone =
        read(
            """
            {"size":[224,224],"mode":"RGB","mean":[0.485,0.456,0.406],"std":[0.229,0.224,0.225],
             "interpolation":"bilinear","resize_mode":"squash","fill_color":0}
            """);
    assertEquals(ResizeMode.SQUASH, alone.mode());
    assertEquals(Interpolation.BILINEAR, alone.interpolation());
    assertEquals(List.of(0.485, 0.456, 0.406), alone.mean());
    ImagePreprocessing within =
        read(
            """
            {"model_cfg":{"embed_dim":512,"vision_cfg":{"image_size":240}},
             "preprocess_cfg":{"mean":[0.5,0.5,0.5],"std":[1,1,1]}}
            """);
    assertEquals(240, within.height());
    assertEquals(ResizeMode.SHORTEST, within.mode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|holds no preprocessing",
        "{\"do_resize\":false,\"size\":224}|does not resize",
        "{\"do_resize\":true,\"size\":{\"shortest_edge\":224},\"do_center_crop\":false}|cuts"
            + " nothing",
        "{\"image_mean\":[0,0],\"size\":224,\"crop_size\":224}|$.image_mean",
        "{\"image_mean\":[0,0,0],\"image_std\":[1,0,1],\"size\":224,\"crop_size\":224}|must not"
            + " hold 0",
        "{\"do_resize\":true,\"size\":224,\"crop_size\":224,\"resample\":0}|filter 0 is not"
            + " supported",
        "{\"do_resize\":true,\"size\":-1,\"crop_size\":224}|$.size: must lie between",
        "{\"do_resize\":true,\"size\":224,\"crop_size\":224,\"rescale_factor\":1}|rescale",
        "{\"mean\":[0,0,0],\"size\":224,\"interpolation\":\"random\"}|random",
        "{\"mean\":[0,0,0],\"size\":224,\"resize_mode\":\"stretch\"}|stretch"
      })
  void namesWhatItCannotFollow(String json, String complaint) throws IOException {
    PlumblineException e = assertThrows(PlumblineException.class, () -> read(json));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
    assertTrue(e.getMessage().contains("config.json"), e.getMessage());
  }

  private ImagePreprocessing read(String json) throws IOException {
    return PreprocessingReader.read(Files.writeString(folder.resolve("config.json"), json));
  }
}

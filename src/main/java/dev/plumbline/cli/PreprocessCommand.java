package dev.plumbline.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.embedding.EmbeddingFiles;
import dev.plumbline.embedding.ImagePreprocessing;
import dev.plumbline.embedding.PreprocessingReader;
import dev.plumbline.stimulus.ImageDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `preprocess`: one image as the tensor that a model is given.
@Command(
    name = "preprocess",
    mixinStandardHelpOptions = true,
    description = "Write the tensor [3, height, width] that a model is given for an image.")
final class PreprocessCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source;

  @Option(names = "--image", required = true, paramLabel = "FILE", description = "The image.")
  private Path image;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.npy",
      description = "Where the float32 tensor goes.")
  private Path out;

  @Mixin private VariantOption variant;
  @Mixin private ImageLimitOptions limits;
  @Mixin private JsonOption json;

  private static final class Source {
    @Option(names = "--model", paramLabel = "BUNDLE", description = "Take a bundle's settings.")
    private Path model;

    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "Take the settings of a preprocessor_config.json or open_clip_config.json.")
    private Path config;

    private ImagePreprocessing preprocessing(VariantOption variant) {
      return config != null
          ? PreprocessingReader.read(config)
          : variant.read(model).preprocessing();
    }
  }

  PreprocessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ImagePreprocessing preprocessing = source.preprocessing(variant);
    FloatMatrix values = preprocessing.apply(new ImageDecoder(limits.limits()).decode(image));
    List<Integer> shape = List.of(3, preprocessing.height(), preprocessing.width());
    EmbeddingFiles.writeArray(out, values, 3, preprocessing.height(), preprocessing.width());
    JsonObject result = new JsonObject();
    result.add("shape", JsonValues.list(shape, JsonPrimitive::new));
    json.write(result, "Wrote " + out + ", float32 of shape " + shape + ".\n", terminal);
    return ExitCode.DONE;
  }

  @Override
  public List<String> inputs() {
    Path settings = source.config != null ? source.config : source.model;
    return List.of(image.toString(), settings.toString());
  }
}

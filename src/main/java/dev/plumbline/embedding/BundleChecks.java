package dev.plumbline.embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What can be said of a bundle without running it.
final class BundleChecks {
  private final ModelConfig config;
  private final Optional<Tower> image;
  private final Optional<Tower> text;
  private final ContextLength context;
  private final Optional<String> implied;

  /// @param implied activation that the model's name implies
  BundleChecks(
      ModelConfig config,
      Optional<Tower> image,
      Optional<Tower> text,
      ContextLength context,
      Optional<String> implied) {
    this.implied = implied;
    this.config = config;
    this.image = image;
    this.text = text;
    this.context = context;
  }

  /// Size of an embedding, from a graph, else from the configuration.
  OptionalInt embeddingSize() {
    return size(image).or(() -> size(text)).map(OptionalInt::of).orElse(config.embeddingSize());
  }

  /// All checks, in a fixed order.
  List<Check> all(
      ImagePreprocessing preprocessing, Optional<Path> source, Optional<TokenizerFiles> tokenizer) {
    List<Check> checks = new ArrayList<>();
    checks.add(tower("image graph", image));
    checks.add(tower("text graph", text));
    image.ifPresent(tower -> checks.add(projection("image projection", tower)));
    text.ifPresent(tower -> checks.add(projection("text projection", tower)));
    checks.add(sizes());
    image.ifPresent(tower -> checks.add(preprocessing(source)));
    image.ifPresent(tower -> checks.add(imageSize(tower, preprocessing)));
    text.ifPresent(tower -> checks.add(tokenizer(tokenizer)));
    text.ifPresent(tower -> checks.add(contextLength()));
    activation().ifPresent(checks::add);
    return checks;
  }

  private static Check tower(String name, Optional<Tower> tower) {
    return tower
        .map(
            t ->
                Check.pass(
                    name, "%s takes %s.".formatted(t.graph().file().getFileName(), t.input())))
        .orElseGet(() -> Check.fail(name, "No graph of the bundle takes this input."));
  }

  private static Check projection(String name, Tower tower) {
    return tower
        .refusal()
        .map(sentence -> Check.fail(name, sentence))
        .orElseGet(() -> Check.pass(name, "The embedding is the output " + tower.output() + "."));
  }

  private static Optional<Integer> size(Optional<Tower> tower) {
    return tower.flatMap(
        t ->
            t.embeddingSize().isPresent()
                ? Optional.of(t.embeddingSize().getAsInt())
                : Optional.empty());
  }

  private Check sizes() {
    String name = "embedding sizes";
    Optional<Integer> ofImage = size(image);
    Optional<Integer> ofText = size(text);
    if (ofImage.isPresent() && ofText.isPresent() && !ofImage.equals(ofText)) {
      return Check.fail(
          name,
          "Images become %d values, texts %d; they cannot be compared."
              .formatted(ofImage.get(), ofText.get()));
    }
    OptionalInt size = embeddingSize();
    if (size.isEmpty()) {
      return Check.warn(name, "Neither graph nor configuration states the size of an embedding.");
    }
    OptionalInt stated = config.embeddingSize();
    if (stated.isPresent() && stated.getAsInt() != size.getAsInt()) {
      return Check.warn(
          name,
          "The graph says %d, the configuration %d.".formatted(size.getAsInt(), stated.getAsInt()));
    }
    return Check.pass(name, "An embedding has %d values.".formatted(size.getAsInt()));
  }

  private static Check preprocessing(Optional<Path> source) {
    String name = "preprocessing";
    return source
        .map(file -> Check.pass(name, "Read from " + file.getFileName() + "."))
        .orElseGet(
            () ->
                Check.warn(
                    name,
                    "The bundle does not say how it wants its pictures; the usual for its family is"
                        + " used."));
  }

  private static Check imageSize(Tower tower, ImagePreprocessing preprocessing) {
    OptionalLong height = tower.input().length(2);
    OptionalLong width = tower.input().length(3);
    boolean agrees =
        height.orElse(preprocessing.height()) == preprocessing.height()
            && width.orElse(preprocessing.width()) == preprocessing.width();
    String prepared = preprocessing.width() + " × " + preprocessing.height();
    return agrees
        ? Check.pass("image size", "Pictures are " + prepared + ".")
        : Check.fail(
            "image size",
            "Pictures are prepared as %s, but the graph takes %s."
                .formatted(prepared, tower.input()));
  }

  private static Check tokenizer(Optional<TokenizerFiles> tokenizer) {
    return tokenizer
        .map(files -> Check.pass("tokenizer", "Read from " + files.all().getFirst() + "."))
        .orElseGet(
            () ->
                Check.fail(
                    "tokenizer", "There is no tokenizer.json, nor vocab.json with merges.txt."));
  }

  private Check contextLength() {
    String name = "context length";
    if (context.sources().isEmpty()) {
      return Check.warn(
          name, "Nothing states the context length; %d is used.".formatted(context.tokens()));
    }
    return context.agreed()
        ? Check.pass(name, "Texts have %d tokens.".formatted(context.tokens()))
        : Check.warn(
            name,
            "The sources disagree (%s); %d is used."
                .formatted(context.sources(), context.tokens()));
  }

  private Optional<Check> activation() {
    String name = "activation";
    List<String> found =
        Stream.of(image, text)
            .flatMap(Optional::stream)
            .flatMap(tower -> tower.graph().activation().stream())
            .distinct()
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String computed = String.join(", ", found);
    if (implied.isPresent() && !agree(implied.get(), found)) {
      return Optional.of(
          Check.warn(
              name,
              "The model's name implies %s, the graph computes %s; its vectors may be wrong."
                  .formatted(implied.get(), computed)));
    }
    Optional<String> stated = config.activation();
    if (stated.isPresent() && !agree(stated.get(), found)) {
      return Optional.of(
          Check.warn(
              name,
              "The configuration says %s, the graph computes %s."
                  .formatted(stated.get(), computed)));
    }
    return stated
        .or(() -> implied)
        .map(_ -> Check.pass(name, "The graph computes %s, as expected.".formatted(computed)));
  }

  private static boolean agree(String expected, List<String> found) {
    boolean quick = expected.equals(ActivationFinder.QUICK);
    return found.stream().allMatch(one -> one.equals(ActivationFinder.QUICK) == quick);
  }
}

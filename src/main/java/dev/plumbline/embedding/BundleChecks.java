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
  /// Tables of tokens are filled up to round numbers; a vocabulary below this share of the rows is
  /// more than that.
  private static final double LEAST_VOCABULARY = 0.95;

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
      ImagePreprocessing preprocessing,
      Optional<Path> source,
      Optional<TokenizerFiles> tokenizer,
      Optional<TokenizerDocument> document) {
    List<Check> checks = new ArrayList<>();
    checks.add(tower("image-graph", image));
    checks.add(tower("text-graph", text));
    image.ifPresent(tower -> checks.add(projection("image-projection", tower)));
    text.ifPresent(tower -> checks.add(projection("text-projection", tower)));
    checks.add(sizes());
    image.ifPresent(_ -> checks.add(preprocessing(preprocessing, source)));
    image.ifPresent(tower -> checks.add(imageSize(tower, preprocessing)));
    text.ifPresent(_ -> checks.add(tokenizer(tokenizer)));
    text.flatMap(tower -> vocabulary(tower, document)).ifPresent(checks::add);
    text.ifPresent(_ -> checks.add(contextLength()));
    activation().ifPresent(checks::add);
    return checks;
  }

  private static Check tower(String id, Optional<Tower> tower) {
    return tower
        .map(t -> Check.pass(id, "graph-takes", name(t.graph().file()), t.input().toString()))
        .orElseGet(() -> Check.fail(id, "graph-none"));
  }

  private static Check projection(String id, Tower tower) {
    return tower
        .refusal()
        .map(complaint -> Check.failed(id, complaint))
        .orElseGet(() -> Check.pass(id, "projection", tower.output().toString()));
  }

  private static Optional<Integer> size(Optional<Tower> tower) {
    return tower.flatMap(
        t ->
            t.embeddingSize().isPresent()
                ? Optional.of(t.embeddingSize().getAsInt())
                : Optional.empty());
  }

  private Check sizes() {
    String id = "embedding-sizes";
    Optional<Integer> ofImage = size(image);
    Optional<Integer> ofText = size(text);
    if (ofImage.isPresent() && ofText.isPresent() && !ofImage.equals(ofText)) {
      return Check.fail(id, "sizes-differ", ofImage.get(), ofText.get());
    }
    OptionalInt size = embeddingSize();
    if (size.isEmpty()) {
      return Check.warn(id, "sizes-unstated");
    }
    OptionalInt stated = config.embeddingSize();
    if (stated.isPresent() && stated.getAsInt() != size.getAsInt()) {
      return Check.warn(id, "sizes-disputed", size.getAsInt(), stated.getAsInt());
    }
    return Check.pass(id, "sizes", size.getAsInt());
  }

  private static Check preprocessing(ImagePreprocessing preprocessing, Optional<Path> source) {
    String id = "preprocessing";
    return source
        .map(file -> Check.pass(id, "preprocessing-read", name(file)))
        .orElseGet(() -> Check.warn(id, "preprocessing-guessed", preprocessing.label()));
  }

  private static Check imageSize(Tower tower, ImagePreprocessing preprocessing) {
    OptionalLong height = tower.input().length(2);
    OptionalLong width = tower.input().length(3);
    boolean agrees =
        height.orElse(preprocessing.height()) == preprocessing.height()
            && width.orElse(preprocessing.width()) == preprocessing.width();
    return agrees
        ? Check.pass("image-size", "image-size", preprocessing.width(), preprocessing.height())
        : Check.fail(
            "image-size",
            "image-size-wrong",
            preprocessing.width(),
            preprocessing.height(),
            tower.input().toString());
  }

  private static Check tokenizer(Optional<TokenizerFiles> tokenizer) {
    return tokenizer
        .map(files -> Check.pass("tokenizer", "tokenizer-read", name(files.all().getFirst())))
        .orElseGet(() -> Check.fail("tokenizer", "tokenizer-none"));
  }

  private static Optional<Check> vocabulary(Tower tower, Optional<TokenizerDocument> document) {
    OptionalLong rows = tower.vocabularyRows();
    if (document.isEmpty() || rows.isEmpty()) {
      return Optional.empty();
    }
    long size = document.get().learnedSize();
    if (size > rows.getAsLong()) {
      return Optional.of(Check.fail("vocabulary", "vocabulary-larger", size, rows.getAsLong()));
    }
    return Optional.of(
        size < LEAST_VOCABULARY * rows.getAsLong()
            ? Check.warn("vocabulary", "vocabulary-smaller", size, rows.getAsLong())
            : Check.pass("vocabulary", "vocabulary-fits", size, rows.getAsLong()));
  }

  private Check contextLength() {
    String id = "context-length";
    if (context.sources().isEmpty()) {
      return Check.warn(id, "context-unstated", context.tokens());
    }
    return context.agreed()
        ? Check.pass(id, "context", context.tokens())
        : Check.warn(id, "context-disputed", context.told(), context.tokens());
  }

  private Optional<Check> activation() {
    String id = "activation";
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
      return Optional.of(Check.warn(id, "activation-implied", implied.get(), computed));
    }
    Optional<String> stated = config.activation();
    if (stated.isPresent() && !agree(stated.get(), found)) {
      return Optional.of(Check.warn(id, "activation-stated", stated.get(), computed));
    }
    return stated.or(() -> implied).map(_ -> Check.pass(id, "activation", computed));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static boolean agree(String expected, List<String> found) {
    boolean quick = expected.equals(ActivationFinder.QUICK);
    return found.stream().allMatch(one -> one.equals(ActivationFinder.QUICK) == quick);
  }
}

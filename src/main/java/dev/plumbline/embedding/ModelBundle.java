package dev.plumbline.embedding;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// A model on disk, described but not loaded.
///
/// @param folder where it lies
/// @param layout how it is laid out
/// @param variantBytes precisions it comes in, the highest first, such as `fp32`, `fp16`, `q4`, and
///   the bytes their graphs take on disk
/// @param image its image tower
/// @param text its text tower
/// @param preprocessing how pictures become its input
/// @param preprocessingSource file the preprocessing was read from, empty if it was guessed
/// @param tokenizer its tokenizer's files
/// @param convention what is done to texts besides tokenising
/// @param contextLength number of tokens of a text
/// @param embeddingSize number of values of an embedding, if a graph or configuration states it
/// @param parameters parameters counted in its graphs
/// @param catalog what else is known of it
/// @param objections why graphs that were looked at are not used, parts of a sentence each
/// @param checks what was looked at, without running it unless [Preflight] did
/// @param vectors vectors that stand in the place of graphs
public record ModelBundle(
    Path folder,
    Layout layout,
    SequencedMap<String, Long> variantBytes,
    Optional<Tower> image,
    Optional<Tower> text,
    ImagePreprocessing preprocessing,
    Optional<Path> preprocessingSource,
    Optional<TokenizerFiles> tokenizer,
    TextConvention convention,
    int contextLength,
    OptionalInt embeddingSize,
    long parameters,
    CatalogEntry catalog,
    List<String> objections,
    List<Check> checks,
    Optional<PrecomputedVectors> vectors) {
  public ModelBundle {
    variantBytes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variantBytes));
    objections = List.copyOf(objections);
    checks = List.copyOf(checks);
  }

  /// The precisions it comes in, the highest first.
  public List<String> variants() {
    return List.copyOf(variantBytes.keySet());
  }

  /// The precision that is used, that of the images first where the sides differ.
  public String variant() {
    return image.or(() -> text).map(Tower::variant).orElse(Variants.FULL);
  }

  /// The model's identity, from its catalogue entry.
  public ModelId id() {
    return catalog.id();
  }

  /// The same bundle with other facts.
  public ModelBundle cataloged(CatalogEntry entry) {
    return with(entry, checks, embeddingSize);
  }

  /// The same bundle after more checks.
  ModelBundle checked(List<Check> all, OptionalInt size) {
    return with(catalog, all, size);
  }

  private ModelBundle with(CatalogEntry entry, List<Check> all, OptionalInt size) {
    return new ModelBundle(
        folder,
        layout,
        variantBytes,
        image,
        text,
        preprocessing,
        preprocessingSource,
        tokenizer,
        convention,
        contextLength,
        size,
        parameters,
        entry,
        objections,
        all,
        vectors);
  }

  /// The tower for a modality.
  ///
  /// @throws PlumblineException if there is none, or one that cannot be right
  public Tower require(Modality modality) {
    Tower tower =
        (modality == Modality.IMAGE ? image : text)
            .orElseThrow(() -> new ModelException(missing(modality)));
    tower
        .refusal()
        .ifPresent(
            complaint -> {
              throw new ModelException(complaint);
            });
    if (modality == Modality.TEXT && tokenizer.isEmpty()) {
      throw new ModelException(Complaint.of("no-tokenizer", folder));
    }
    return tower;
  }

  private Complaint missing(Modality modality) {
    String side = "no-" + modality.label() + "-graph";
    return objections.isEmpty()
        ? Complaint.of(side, folder)
        : Complaint.of(side + "-since", folder, String.join("; ", objections));
  }

  /// Hexadecimal digest of all files that decide on its embeddings.
  public String digest(FileDigests digests) {
    Digest.Builder builder = Digest.builder();
    vectors.ifPresent(known -> known.files().forEach(file -> builder.add(bytes(digests.of(file)))));
    image.ifPresent(tower -> builder.add(bytes(graphDigest(tower, digests))));
    text.ifPresent(tower -> builder.add(bytes(graphDigest(tower, digests))));
    builder.add(bytes(preprocessing.toString()));
    builder.add(bytes(convention.name()));
    tokenizer.ifPresent(files -> files.all().forEach(f -> builder.add(bytes(digests.of(f)))));
    return builder.hex();
  }

  /// Digest of a tower's graph and the files its weights lie in.
  static String graphDigest(Tower tower, FileDigests digests) {
    Path graph = tower.graph().file();
    Digest.Builder builder = Digest.builder().add(bytes(digests.of(graph)));
    for (String name : tower.graph().externalFiles()) {
      builder.add(bytes(digests.of(graph.resolveSibling(name))));
    }
    return builder.hex();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

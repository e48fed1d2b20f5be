package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a folder as a model bundle, or as a model without a graph ([PrecomputedVectors]): finds
/// the graphs, looks at their inputs and outputs, finds preprocessing and tokenizer. Nothing is
/// loaded or run, so that it is quick for models of any size.
public final class BundleReader {
  private static final List<String> PREPROCESSING =
      List.of("preprocessor_config.json", "preprocess_cfg.json", "open_clip_config.json");

  private BundleReader() {}

  /// Reads a bundle, in the precision that its catalogue entry remembers (`variant` in
  /// `plumbline.json`), else in the highest.
  ///
  /// @throws PlumblineException if the folder holds no CLIP model, or a damaged file of one
  public static ModelBundle read(Path folder) {
    return read(folder, Optional.empty());
  }

  /// Reads a bundle in one of the precisions it comes in.
  ///
  /// @param variant such as `fp16` or `q4`; empty for the remembered one
  /// @throws PlumblineException if the folder holds no CLIP model, or a damaged file of one, or
  ///   none of that precision
  public static ModelBundle read(Path folder, Optional<String> variant) {
    if (PrecomputedVectors.isAt(folder)) {
      return PrecomputedReader.read(PrecomputedVectors.folder(folder), CatalogRules.bundled());
    }
    if (!Files.isDirectory(folder)) {
      throw new ModelException(Complaint.of("no-folder", folder));
    }
    List<Path> around = List.of(folder, folder.resolve("onnx"));
    ModelConfig config = ModelConfig.find(around);
    boolean siglip = config.isSiglip() || config.modelType().isEmpty() && namedSiglip(folder);
    Optional<String> wanted = variant.or(() -> remembered(folder)).map(Variants::canonical);
    GraphFiles graphs = GraphFiles.choose(folder, new TowerFinder(siglip), wanted);
    List<Tower> towers = graphs.towers();
    Optional<Tower> image = tower(towers, Modality.IMAGE);
    Optional<Tower> text = tower(towers, Modality.TEXT);
    List<Path> folders = folders(folder, towers);
    Optional<Path> source = preprocessingFile(folders);
    Optional<TokenizerFiles> tokenizer = TokenizerFiles.find(folders);
    Optional<TokenizerDocument> document = tokenizer.map(TokenizerDocument::read);
    ContextLength context = ContextLength.of(text, config, tokenizer);
    boolean openClip = Files.isRegularFile(folder.resolve("open_clip_config.json"));
    ImagePreprocessing preprocessing =
        source.map(PreprocessingReader::read).orElseGet(() -> guess(siglip, image, config));
    long parameters = parameters(towers);
    CatalogRules rules = CatalogRules.bundled();
    CatalogEntry catalog =
        new CatalogReader(rules).read(folder, parameters, activation(config, towers));
    Optional<String> implied =
        rules.activation(catalog.id() + " " + catalog.pretrainingDataset().orElse(""));
    BundleChecks checks = new BundleChecks(config, image, text, context, implied);
    return new ModelBundle(
        folder,
        Layout.of(folder, towers, openClip),
        graphs.variants(),
        image,
        text,
        preprocessing,
        source,
        tokenizer,
        tokenizer
            .map(files -> TextConvention.of(config, siglip, files, document.orElseThrow()))
            .orElse(TextConvention.TOKENIZER),
        context.tokens(),
        checks.embeddingSize(),
        parameters,
        catalog,
        graphs.objections(),
        checks.all(preprocessing, source, tokenizer, document),
        Optional.empty());
  }

  private static Optional<String> remembered(Path folder) {
    Path file = folder.resolve(CatalogEntry.FILE);
    return Files.isRegularFile(file)
        ? JsonTree.read(file).find("variant").map(JsonTree::name)
        : Optional.empty();
  }

  private static boolean namedSiglip(Path folder) {
    return folder
        .toAbsolutePath()
        .normalize()
        .getFileName()
        .toString()
        .toLowerCase(Locale.ROOT)
        .contains("siglip");
  }

  private static Optional<Tower> tower(List<Tower> towers, Modality modality) {
    return towers.stream().filter(tower -> tower.modality() == modality).findFirst();
  }

  /// Where a bundle's small files may lie: in its folder, next to its graphs.
  private static List<Path> folders(Path folder, List<Tower> towers) {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(folder);
    towers.forEach(tower -> folders.add(tower.graph().file().getParent()));
    return List.copyOf(folders);
  }

  private static Optional<Path> preprocessingFile(List<Path> folders) {
    return folders.stream()
        .flatMap(folder -> PREPROCESSING.stream().map(folder::resolve))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static ImagePreprocessing guess(
      boolean siglip, Optional<Tower> image, ModelConfig config) {
    int fallback = config.imageSize().orElse(224);
    int height = image.map(tower -> fixed(tower, 2, fallback)).orElse(fallback);
    int width = image.map(tower -> fixed(tower, 3, fallback)).orElse(fallback);
    return siglip
        ? ImagePreprocessing.siglip(width, height)
        : ImagePreprocessing.clip(width, height);
  }

  private static int fixed(Tower tower, int axis, int fallback) {
    return (int) tower.input().length(axis).orElse(fallback);
  }

  private static long parameters(List<Tower> towers) {
    return towers.stream().map(Tower::graph).distinct().mapToLong(OnnxGraph::parameters).sum();
  }

  private static Optional<String> activation(ModelConfig config, List<Tower> towers) {
    return config
        .activation()
        .or(() -> towers.stream().flatMap(t -> t.graph().activation().stream()).findFirst());
  }
}

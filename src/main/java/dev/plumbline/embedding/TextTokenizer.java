package dev.plumbline.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.plumbline.core.Digest;
import dev.plumbline.core.PlumblineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Turns texts into the token ids a model was trained with. Owns one native tokenizer.
///
/// Texts are cleaned first as the model's family has it ([TextConvention]). Texts longer than the
/// context are cut so that the end token stays last; shorter ones are filled up with the padding
/// token that the files name, else 0. As in the reference, the literal text `<|endoftext|>` becomes
/// the end token.
public final class TextTokenizer implements AutoCloseable {
  /// Context of CLIP models, where nothing else is said.
  public static final int CLIP_CONTEXT = 77;

  private static final Logger DJL = Logger.getLogger("ai.djl");

  static {
    DJL.setLevel(Level.SEVERE);
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  private final HuggingFaceTokenizer tokenizer;
  private final TokenizerDocument document;
  private final TextConvention convention;
  private final int contextLength;
  private final long padId;

  private TextTokenizer(
      HuggingFaceTokenizer tokenizer,
      TokenizerDocument document,
      TextConvention convention,
      int contextLength,
      long padId) {
    this.tokenizer = tokenizer;
    this.document = document;
    this.convention = convention;
    this.contextLength = contextLength;
    this.padId = padId;
  }

  /// Opens the tokenizer of a folder, with the context length that its configuration states, else
  /// CLIP's 77.
  ///
  /// @throws PlumblineException if the folder holds none or it cannot be read
  public static TextTokenizer open(Path folder) {
    TokenizerFiles files = TokenizerFiles.in(folder);
    ModelConfig config = ModelConfig.find(List.of(folder));
    TokenizerDocument document = TokenizerDocument.read(files);
    TextConvention convention = TextConvention.of(config, config.isSiglip(), files, document);
    ContextLength context = ContextLength.of(Optional.empty(), config, Optional.of(files));
    return open(files, document, convention, context.tokens());
  }

  /// Opens the tokenizer of a bundle, with the model's context length.
  ///
  /// @throws PlumblineException if the bundle has none, or one of another model, or it cannot be
  ///   read
  public static TextTokenizer open(ModelBundle bundle) {
    TokenizerFiles files = bundle.tokenizer().orElseGet(() -> TokenizerFiles.in(bundle.folder()));
    TokenizerDocument document = TokenizerDocument.read(files);
    bundle.text().ifPresent(tower -> checkVocabulary(files, document, tower));
    return open(files, document, bundle.convention(), bundle.contextLength());
  }

  private static void checkVocabulary(
      TokenizerFiles files, TokenizerDocument document, Tower tower) {
    long rows = tower.vocabularyRows().orElse(Long.MAX_VALUE);
    if (document.learnedSize() > rows) {
      throw new PlumblineException(
          "The tokenizer %s has %d ids, but %s has a table of %d: it belongs to another model; put the tokenizer of this one there."
              .formatted(
                  files.all().getFirst(), document.learnedSize(), tower.graph().file(), rows));
    }
  }

  /// Names what the tokenizer of a bundle does: two bundles of the same name turn every text into
  /// the same ids.
  ///
  /// @throws PlumblineException if the bundle has none or it cannot be read
  public static String fingerprint(ModelBundle bundle) {
    TokenizerFiles files = bundle.tokenizer().orElseGet(() -> TokenizerFiles.in(bundle.folder()));
    StringBuilder name = new StringBuilder(bundle.convention() + " " + bundle.contextLength());
    files.all().forEach(file -> name.append(' ').append(Digest.of(file)));
    return name.toString();
  }

  /// Opens a tokenizer for texts of `contextLength` tokens.
  static TextTokenizer open(TokenizerFiles files, TextConvention convention, int contextLength) {
    return open(files, TokenizerDocument.read(files), convention, contextLength);
  }

  private static TextTokenizer open(
      TokenizerFiles files,
      TokenizerDocument document,
      TextConvention convention,
      int contextLength) {
    Map<String, String> options =
        Map.of(
            "addSpecialTokens", "true",
            "truncation", "true",
            "padding", "false",
            "maxLength", Integer.toString(contextLength));
    HuggingFaceTokenizer tokenizer = null;
    try {
      byte[] json = document.text().getBytes(StandardCharsets.UTF_8);
      tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
      return new TextTokenizer(
          tokenizer, document, convention, contextLength, padId(files, document));
    } catch (IOException | RuntimeException e) {
      if (tokenizer != null) {
        tokenizer.close();
      }
      if (e instanceof PlumblineException known) {
        throw known;
      }
      throw new PlumblineException(
          "The tokenizer "
              + files.all().getFirst()
              + " cannot be opened: it is damaged or of an"
              + " unknown kind.",
          e);
    }
  }

  private static long padId(TokenizerFiles files, TokenizerDocument document) {
    Optional<Long> named = files.padToken().flatMap(document::id);
    return named.orElseGet(() -> document.padId().orElse(0));
  }

  /// Token ids of a text, `contextLength` of them.
  public long[] ids(String text) {
    long[] ids = new long[contextLength];
    encode(text, ids, new long[contextLength], 0);
    return ids;
  }

  /// What a text becomes, and what of it is lost.
  TokenizedText look(String text) {
    Encoding encoding = tokenizer.encode(convention.clean(text));
    String unknown = document.unknown().orElse(null);
    String[] tokens = encoding.getTokens();
    long[] special = encoding.getSpecialTokenMask();
    boolean lost = false;
    for (int i = 0; i < tokens.length; i++) {
      lost |= special[i] == 0 && tokens[i].equals(unknown);
    }
    boolean cut = encoding.exceedMaxLength() || encoding.getOverflowing().length > 0;
    return new TokenizedText(Arrays.stream(encoding.getIds()).boxed().toList(), lost, cut);
  }

  /// Number of ids a text becomes.
  public int contextLength() {
    return contextLength;
  }

  /// One above the highest id there is.
  long vocabularySize() {
    return document.vocabularySize();
  }

  /// Writes a text's ids and its attention mask from `at` on: 1 for tokens, 0 for padding that the
  /// family hides.
  void encode(String text, long[] ids, long[] mask, int at) {
    Encoding encoding = tokenizer.encode(convention.clean(text));
    long[] tokens = encoding.getIds();
    int length = Math.min(tokens.length, contextLength);
    System.arraycopy(tokens, 0, ids, at, length);
    Arrays.fill(ids, at + length, at + contextLength, padId);
    Arrays.fill(mask, at, at + length, 1);
    Arrays.fill(mask, at + length, at + contextLength, convention.hidesPadding() ? 0 : 1);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}

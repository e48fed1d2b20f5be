package dev.plumbline.embedding;

import java.util.function.UnaryOperator;

/// What a family of models does to texts besides its tokenizer: how they are cleaned first, and
/// whether padding is hidden from the model.
///
/// SigLIP models were trained on texts that are padded to full length and attended to as a whole,
/// so a mask, where a graph takes one, is all ones. The reference implementations of the family
/// differ in cleaning: Hugging Face's SigLIP lower-cases and drops ASCII punctuation, its SigLIP 2
/// lower-cases only, open_clip turns underscores into spaces and drops the other punctuation for
/// both.
public enum TextConvention {
  /// All is left to `tokenizer.json`.
  TOKENIZER(text -> text, true),
  /// CLIP: resolve HTML character references, collapse white space, lower-case.
  CLIP(TextCleaning::clean, true),
  /// SigLIP by Hugging Face.
  SIGLIP(TextCleaning::canonical, false),
  /// SigLIP 2 by Hugging Face.
  SIGLIP2(TextCleaning::lower, false),
  /// SigLIP by open_clip.
  OPEN_CLIP_SIGLIP(TextCleaning::openClipCanonical, false);

  private final UnaryOperator<String> cleaning;
  private final boolean hidesPadding;

  TextConvention(UnaryOperator<String> cleaning, boolean hidesPadding) {
    this.cleaning = cleaning;
    this.hidesPadding = hidesPadding;
  }

  /// The text that the tokenizer gets.
  String clean(String text) {
    return cleaning.apply(text);
  }

  /// Whether padding has 0 in the attention mask.
  boolean hidesPadding() {
    return hidesPadding;
  }

  /// The convention of a model's files.
  static TextConvention of(
      ModelConfig config, boolean siglip, TokenizerFiles tokenizer, TokenizerDocument document) {
    String tokenizerClass = tokenizer.tokenizerClass().orElse("");
    if (config.canonicalText()) {
      return OPEN_CLIP_SIGLIP;
    }
    boolean second = config.modelType().orElse("").equals("siglip2");
    if (second || tokenizerClass.startsWith("Siglip2")) {
      return SIGLIP2;
    }
    if (siglip || tokenizerClass.startsWith("Siglip")) {
      return tokenizerClass.startsWith("Gemma") ? SIGLIP2 : SIGLIP;
    }
    return document.clip() ? CLIP : TOKENIZER;
  }
}

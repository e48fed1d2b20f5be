package dev.plumbline.embedding;

import java.util.List;

/// A text as a model's tokenizer reads it.
///
/// @param ids token ids without padding
/// @param unknown whether a part of it is not in the vocabulary
/// @param cut whether it is longer than the context
record TokenizedText(List<Long> ids, boolean unknown, boolean cut) {
  TokenizedText {
    ids = List.copyOf(ids);
  }
}

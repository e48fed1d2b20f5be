package dev.plumbline.embedding;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a `tokenizer.json` says, or what it would say for a CLIP model that ships `vocab.json` and
/// `merges.txt` only.
///
/// @param text the JSON
/// @param root the same, parsed
/// @param clip whether it is CLIP's: byte-pair encoding with `</w>` at the end of words
/// @param padId id that the document pads with, where it says so
/// @param learnedSize one above the highest id of the vocabulary itself
/// @param vocabularySize one above the highest id, that of added tokens too
/// @param unknown token that stands for what the vocabulary does not have, if there is one
record TokenizerDocument(
    String text,
    JsonTree root,
    boolean clip,
    OptionalLong padId,
    long learnedSize,
    long vocabularySize,
    Optional<String> unknown) {
  private static final String END_OF_WORD = "</w>";
  private static final String START = "<|startoftext|>";
  private static final String END = "<|endoftext|>";
  private static final String SPLIT =
      "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

  static TokenizerDocument read(TokenizerFiles files) {
    if (files.json().isPresent()) {
      Path file = files.json().get();
      JsonTree tree = JsonTree.read(file);
      return of(tree, tree.element().toString());
    }
    JsonObject document = assembled(files.vocabulary().orElseThrow(), files.merges().orElseThrow());
    String name = files.vocabulary().orElseThrow().toString();
    String text = document.toString();
    return of(JsonTree.parse(name, text), text);
  }

  private static TokenizerDocument of(JsonTree tree, String text) {
    JsonTree model = tree.get("model");
    boolean clip =
        model
            .find("end_of_word_suffix")
            .filter(suffix -> suffix.element().isJsonPrimitive())
            .map(suffix -> suffix.text().equals(END_OF_WORD))
            .orElse(false);
    OptionalLong padId =
        tree.find("padding")
            .flatMap(padding -> padding.find("pad_id"))
            .map(id -> OptionalLong.of(id.integer()))
            .orElse(OptionalLong.empty());
    long learned = learnedSize(model);
    return new TokenizerDocument(
        text, tree, clip, padId, learned, vocabularySize(tree, learned), unknown(model));
  }

  /// Named by itself, or by its place in a list of pieces.
  private static Optional<String> unknown(JsonTree model) {
    JsonElement token = model.find("unk_token").map(JsonTree::element).orElse(null);
    if (token != null && token.isJsonPrimitive()) {
      return Optional.of(token.getAsString());
    }
    JsonElement id = model.find("unk_id").map(JsonTree::element).orElse(null);
    JsonElement pieces = model.get("vocab").element();
    if (id != null && id.isJsonPrimitive() && pieces instanceof JsonArray list) {
      JsonElement piece = list.get(id.getAsInt());
      return piece.isJsonArray()
          ? Optional.of(piece.getAsJsonArray().get(0).getAsString())
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// The id of a token, added or of the vocabulary.
  Optional<Long> id(String token) {
    for (JsonTree added : root.find("added_tokens").map(JsonTree::items).orElse(List.of())) {
      if (added.get("content").text().equals(token)) {
        return Optional.of((long) added.get("id").integer());
      }
    }
    JsonElement vocabulary = root.get("model").get("vocab").element();
    if (vocabulary instanceof JsonObject ids && ids.has(token)) {
      return Optional.of(ids.get(token).getAsLong());
    }
    if (vocabulary instanceof JsonArray pieces) {
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.get(i).getAsJsonArray().get(0).getAsString().equals(token)) {
          return Optional.of((long) i);
        }
      }
    }
    return Optional.empty();
  }

  private static long learnedSize(JsonTree model) {
    long highest = -1;
    JsonElement vocabulary = model.get("vocab").element();
    if (vocabulary instanceof JsonObject ids) {
      for (String token : ids.keySet()) {
        highest = Math.max(highest, ids.get(token).getAsLong());
      }
    } else if (vocabulary instanceof JsonArray pieces) {
      highest = pieces.size() - 1L;
    }
    return highest + 1;
  }

  private static long vocabularySize(JsonTree tree, long learned) {
    long highest = learned - 1;
    for (JsonTree token : tree.find("added_tokens").map(JsonTree::items).orElse(List.of())) {
      highest = Math.max(highest, token.get("id").integer());
    }
    return highest + 1;
  }

  /// CLIP's tokenizer around its two files, as the published `tokenizer.json` of the family has it.
  private static JsonObject assembled(Path vocabularyFile, Path mergesFile) {
    JsonTree vocabulary = JsonTree.read(vocabularyFile);
    int start = vocabulary.get(START).integer();
    int end = vocabulary.get(END).integer();
    JsonObject document = new JsonObject();
    document.addProperty("version", "1.0");
    JsonArray added = new JsonArray();
    added.add(special(START, start));
    added.add(special(END, end));
    document.add("added_tokens", added);
    document.add("normalizer", object("type", "NFC"));
    document.add("pre_tokenizer", preTokenizer());
    document.add("post_processor", postProcessor(start, end));
    JsonObject model = object("type", "BPE");
    model.addProperty("unk_token", END);
    model.addProperty("continuing_subword_prefix", "");
    model.addProperty("end_of_word_suffix", END_OF_WORD);
    model.addProperty("fuse_unk", false);
    model.add("vocab", vocabulary.element());
    model.add("merges", merges(mergesFile));
    document.add("model", model);
    return document;
  }

  private static JsonObject special(String token, int id) {
    JsonObject added = new JsonObject();
    added.addProperty("id", id);
    added.addProperty("content", token);
    for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      added.addProperty(flag, false);
    }
    added.addProperty("special", true);
    return added;
  }

  private static JsonObject preTokenizer() {
    JsonObject split = object("type", "Split");
    split.add("pattern", object("Regex", SPLIT));
    split.addProperty("behavior", "Removed");
    split.addProperty("invert", true);
    JsonObject bytes = object("type", "ByteLevel");
    bytes.addProperty("add_prefix_space", false);
    bytes.addProperty("trim_offsets", true);
    bytes.addProperty("use_regex", true);
    JsonArray steps = new JsonArray();
    steps.add(split);
    steps.add(bytes);
    JsonObject sequence = object("type", "Sequence");
    sequence.add("pretokenizers", steps);
    return sequence;
  }

  private static JsonObject postProcessor(int start, int end) {
    JsonObject processor = object("type", "RobertaProcessing");
    processor.add("sep", pair(END, end));
    processor.add("cls", pair(START, start));
    processor.addProperty("trim_offsets", false);
    processor.addProperty("add_prefix_space", false);
    return processor;
  }

  private static JsonArray pair(String token, int id) {
    JsonArray pair = new JsonArray();
    pair.add(token);
    pair.add(id);
    return pair;
  }

  private static JsonArray merges(Path file) {
    JsonArray merges = new JsonArray();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.startsWith("#version") && !line.isBlank()) {
          merges.add(line);
        }
      }
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": it must be UTF-8 text.", e);
    }
    return merges;
  }

  private static JsonObject object(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }
}

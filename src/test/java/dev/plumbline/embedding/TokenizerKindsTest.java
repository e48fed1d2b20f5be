package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unigram (SentencePiece) and WordPiece tokenizers with vocabularies so small that the ids follow
/// by hand: the segmentation of the highest summed score, and the longest piece from the left.
class TokenizerKindsTest {
  static final String UNIGRAM =
      """
      {"version":"1.0",
       "added_tokens":[
        {"id":0,"content":"<pad>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":1,"content":"</s>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":2,"content":"<unk>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
       "pre_tokenizer":{"type":"Metaspace","replacement":"\\u2581","prepend_scheme":"always","split":true},
       "post_processor":{"type":"TemplateProcessing",
        "single":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"</s>","type_id":0}}],
        "pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":0}}],
        "special_tokens":{"</s>":{"id":"</s>","ids":[1],"tokens":["</s>"]}}},
       "model":{"type":"Unigram","unk_id":2,"byte_fallback":false,"vocab":[
        ["<pad>",0.0],["</s>",0.0],["<unk>",0.0],["\\u2581",-3.0],["\\u2581a",-2.0],
        ["\\u2581cat",-2.5],["c",-4.0],["a",-4.0],["t",-4.0],["s",-3.5]]}}
      """;

  private static final String WORD_PIECE =
      """
      {"version":"1.0",
       "added_tokens":[
        {"id":0,"content":"[PAD]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":2,"content":"[CLS]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
        {"id":3,"content":"[SEP]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
       "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true},
       "pre_tokenizer":{"type":"BertPreTokenizer"},
       "post_processor":{"type":"BertProcessing","sep":["[SEP]",3],"cls":["[CLS]",2]},
       "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##",
        "max_input_chars_per_word":100,
        "vocab":{"[PAD]":0,"[UNK]":1,"[CLS]":2,"[SEP]":3,"a":4,"flower":5,"##s":6,"##ed":7,"flow":8,"##er":9,",":10}}}
      """;

  @TempDir private Path folder;

  @Test
  void unigramTakesTheSegmentationOfTheHighestScore() throws IOException {
    write(UNIGRAM, "{\"pad_token\":\"<pad>\",\"model_max_length\":6}");
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      assertEquals(6, tokenizer.contextLength());
      assertEquals(10, tokenizer.vocabularySize());
      assertArrayEquals(new long[] {4, 5, 1, 0, 0, 0}, tokenizer.ids("a cat"));
      assertArrayEquals(new long[] {5, 9, 1, 0, 0, 0}, tokenizer.ids("cats"));
      assertArrayEquals(new long[] {4, 6, 8, 1, 0, 0}, tokenizer.ids("act"));
      assertArrayEquals(new long[] {4, 3, 2, 1, 0, 0}, tokenizer.ids("a z"));
      assertArrayEquals(new long[] {5, 5, 5, 5, 5, 1}, tokenizer.ids("cat ".repeat(20).strip()));
    }
  }

  @Test
  void wordPieceTakesTheLongestPieceFromTheLeft() throws IOException {
    write(WORD_PIECE, "{\"pad_token\":\"[PAD]\",\"model_max_length\":8}");
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      assertArrayEquals(new long[] {2, 4, 5, 6, 3, 0, 0, 0}, tokenizer.ids("A Flowers"));
      assertArrayEquals(new long[] {2, 5, 7, 10, 8, 6, 3, 0}, tokenizer.ids("flowered, flows"));
      assertArrayEquals(new long[] {2, 1, 4, 3, 0, 0, 0, 0}, tokenizer.ids("tulip a"));
      assertArrayEquals(new long[] {2, 3, 0, 0, 0, 0, 0, 0}, tokenizer.ids(""));
      long[] mask = new long[8];
      tokenizer.encode("a", new long[8], mask, 0);
      assertArrayEquals(new long[] {1, 1, 1, 0, 0, 0, 0, 0}, mask);
    }
  }

  private void write(String document, String config) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), document);
    Files.writeString(folder.resolve("tokenizer_config.json"), config);
  }
}

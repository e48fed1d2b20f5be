package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextCoverageTest {
  @TempDir private Path folder;

  @Test
  void wordsOutsideAVocabularyOfWordsAreLost() throws IOException {
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
         "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
         "model":{"type":"WordLevel","vocab":{"<unk>":0,"rose":1,"lily":2,"a":3},"unk_token":"<unk>"}}
        """);
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      TextCoverage coverage =
          TextCoverage.of(tokenizer, List.of("rose", "a lily", "tulip", "daisy", "tulip"));
      assertEquals(List.of("tulip", "daisy"), coverage.unknown());
      assertEquals(List.of(List.of("tulip", "daisy")), coverage.alike());
      assertEquals(List.of(), coverage.cut());
    }
  }

  @Test
  void clipLosesNoWordButTheEndOfLongTextsAndCapitals() {
    Path tokenizerFolder = Oracle.path("clip-tokenizer");
    try (TextTokenizer tokenizer = TextTokenizer.open(tokenizerFolder)) {
      String endless = "rose ".repeat(100).strip();
      TextCoverage coverage =
          TextCoverage.of(tokenizer, List.of("rose", "Rose", "花", "xqzzt", endless));
      assertEquals(List.of(), coverage.unknown());
      assertEquals(List.of(List.of("rose", "Rose")), coverage.alike());
      assertEquals(List.of(endless), coverage.cut());
    }
  }

  @Test
  void aTextThatJustFitsIsNotCut() {
    try (TextTokenizer tokenizer = TextTokenizer.open(Oracle.path("clip-tokenizer"))) {
      String fits = "rose ".repeat(75).strip();
      assertTrue(TextCoverage.of(tokenizer, List.of(fits)).cut().isEmpty());
      assertEquals(1, TextCoverage.of(tokenizer, List.of(fits + " rose")).cut().size());
    }
  }
}

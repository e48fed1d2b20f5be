package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Oracle;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTokenizerTest {
  private static final long END = 49407;

  @TempDir private Path folder;

  @Test
  void givesTheReferenceIds() {
    try (TextTokenizer tokenizer = TextTokenizer.open(Oracle.path("clip-tokenizer"))) {
      assertEquals(77, tokenizer.contextLength());
      assertAllAgree(tokenizer);
    }
  }

  @Test
  void givesTheReferenceIdsFromVocabularyAndMergesAlone() throws IOException {
    for (String name : List.of("vocab.json", "merges.txt", "tokenizer_config.json")) {
      Files.copy(Oracle.path("clip-tokenizer/" + name), folder.resolve(name));
    }
    try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
      assertAllAgree(tokenizer);
    }
  }

  private static void assertAllAgree(TextTokenizer tokenizer) {
    List<String> wrong = new ArrayList<>();
    JsonTree oracle = JsonTree.read(Oracle.path("clip_tokens.json"));
    for (JsonTree entry : oracle.get("texts").items()) {
      long[] actual = upToEnd(tokenizer.ids(entry.get("text").text()));
      boolean agrees =
          Arrays.equals(actual, upToEnd(ids(entry.get("ids"))))
              || entry
                  .find("ids_without_ftfy")
                  .map(ids -> Arrays.equals(actual, upToEnd(ids(ids))))
                  .orElse(false);
      if (!agrees) {
        wrong.add(entry.get("kind").text() + ": " + entry.get("text").text());
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void fillsUpWithThePaddingTokenOfTheFiles() {
    try (TextTokenizer tokenizer = TextTokenizer.open(Oracle.path("clip-tokenizer"))) {
      long[] ids = tokenizer.ids("");
      assertEquals(49406, ids[0]);
      assertEquals(END, ids[1]);
      assertEquals(END, ids[76]);
      long[] mask = new long[77];
      tokenizer.encode("a cat", ids, mask, 0);
      assertEquals(4, Arrays.stream(mask).sum());
      assertEquals(49408, tokenizer.vocabularySize());
    }
  }

  @Test
  void keepsTheEndTokenLastWhenATextIsCut() {
    TokenizerFiles files = TokenizerFiles.in(Oracle.path("clip-tokenizer"));
    try (TextTokenizer tokenizer = TextTokenizer.open(files, TextConvention.CLIP, 5)) {
      assertArrayEquals(
          new long[] {49406, 1929, 1929, 1929, END}, tokenizer.ids("dog dog dog dog dog dog"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "  A  b\u00a0\u3000c |a b c",
        "ΟΔΟΣ|οδος",
        "İ|i\u0307",
        "&amp;amp;lt;|&lt;",
        "&notit; &notin;|¬it; ∉",
        "&#150;&#x80;|–€",
        "&#xD800;&#99999999999;|\ufffd\ufffd",
        "&#1;x|x",
        "& &; &unknown;|& &; &unknown;"
      })
  void cleansAsTheReferenceDoes(String text, String cleaned) {
    assertEquals(cleaned, TextCleaning.clean(text));
  }

  @Test
  void saysSoWhereThereIsNoTokenizerOrABrokenOne() throws IOException {
    PlumblineException none =
        assertThrows(PlumblineException.class, () -> TextTokenizer.open(folder));
    assertTrue(none.getMessage().contains("holds no tokenizer"), none.getMessage());
    for (String json : List.of("{", "{\"model\":{\"type\":\"Magic\",\"vocab\":{}}}", "{}")) {
      Files.writeString(folder.resolve("tokenizer.json"), json);
      PlumblineException broken =
          assertThrows(PlumblineException.class, () -> TextTokenizer.open(folder));
      assertTrue(broken.getMessage().contains("tokenizer.json"), broken.getMessage());
    }
  }

  @Test
  void readsThePaddingTokenInBothSpellings() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"model_max_length\":1e30}");
    Files.writeString(
        folder.resolve("special_tokens_map.json"), "{\"pad_token\":{\"content\":\"<pad>\"}}");
    TokenizerFiles files = TokenizerFiles.in(folder);
    assertEquals(Optional.of("<pad>"), files.padToken());
    assertTrue(files.contextLength().isEmpty());
  }

  private static long[] ids(JsonTree tree) {
    return tree.items().stream().mapToLong(JsonTree::integer).toArray();
  }

  private static long[] upToEnd(long[] ids) {
    int end = 0;
    while (end < ids.length && ids[end] != END) {
      end++;
    }
    return Arrays.copyOf(ids, Math.min(end + 1, ids.length));
  }
}

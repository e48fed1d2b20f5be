package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizeCommandTest {
  @TempDir private Path folder;

  @Test
  void everyLineIsATextAlsoABlankOne() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "a photo of a cat\r\n\nx\n");
    JsonObject result =
        Cli.json("tokenize", "--tokenizer", Oracle.path("clip-tokenizer"), "--texts", texts);
    JsonArray ids = result.getAsJsonArray("ids");
    assertEquals(3, ids.size());
    assertEquals(List.of(49406, 320, 1125, 539, 320, 2368, 49407), first(ids, 0, 7));
    assertEquals(List.of(49406, 49407), first(ids, 1, 2));
    assertEquals(77, ids.get(2).getAsJsonArray().size());
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "x");
    Cli.assertRefused(
        List.of(folder.getFileName().toString()),
        "tokenize",
        "--tokenizer",
        folder,
        "--texts",
        texts);
    Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'a', (byte) 0xe9});
    Cli.assertRefused(
        List.of("latin.txt", "UTF-8"), "tokenize", "--tokenizer", folder, "--texts", latin);
    Cli.assertRefused(
        List.of("gone.txt"), "tokenize", "--tokenizer", folder, "--texts", folder + "/gone.txt");
  }

  private static List<Integer> first(JsonArray ids, int row, int n) {
    return ids.get(row).getAsJsonArray().asList().subList(0, n).stream()
        .map(id -> id.getAsInt())
        .toList();
  }
}

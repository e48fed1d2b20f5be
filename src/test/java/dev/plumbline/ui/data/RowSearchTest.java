package dev.plumbline.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.manifest.Preview;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSearchTest {
  private static final Preview ROWS =
      new Preview(
          List.of("url", "text"),
          List.of(
              Arrays.asList("http://a.example", "A Dog in snow"),
              Arrays.asList("http://b.example", null),
              Arrays.asList("http://b.example/dog", "女性が笑う")));

  private static List<Integer> found(String words) {
    return RowSearch.of(ROWS, words).stream().map(ROWS.rows()::indexOf).toList();
  }

  @Test
  void everyWordMustStandInSomeCellWhateverItsCase() {
    assertEquals(List.of(0, 1, 2), found("  "));
    assertEquals(List.of(0, 2), found("dog"));
    assertEquals(List.of(0), found("SNOW a.ex"));
    assertEquals(List.of(2), found("女性 b."));
    assertEquals(List.of(), found("dog cat"));
  }
}

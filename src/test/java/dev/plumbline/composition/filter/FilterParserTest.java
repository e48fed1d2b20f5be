package dev.plumbline.composition.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter.Operator;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterParserTest {
  @TempDir private Path folder;

  private static Subject known(FilterField field) {
    return new Subject.Known(field);
  }

  @Test
  void andBindsCloserThanOrAndNotCloserThanBoth() {
    Filter filter = Filter.parse("not words < 3 and similarity >= 0.3 or NSFW = 'UNLIKELY'");
    Filter few = new Filter.Compare(known(FilterField.WORDS), Operator.LESS, 3);
    Filter close = new Filter.Compare(known(FilterField.SIMILARITY), Operator.AT_LEAST, 0.3);
    Filter safe = new Filter.OneOf(known(FilterField.NSFW), TextSet.of(List.of("unlikely")));
    assertEquals(
        new Filter.Or(List.of(new Filter.And(List.of(new Filter.Not(few), close)), safe)), filter);
  }

  @Test
  void everyKindOfConditionIsRead() throws IOException {
    Path list =
        Files.writeString(folder.resolve("do'mains.txt"), "# own\n\n Example.COM \nx.org\nx.org\n");
    String file = list.toString().replace("'", "''");
    assertEquals(
        new Filter.OneOf(
            known(FilterField.DOMAIN),
            new TextSet(List.of("example.com", "x.org"), java.util.Optional.of(list.toString()))),
        Filter.parse("domain in file '" + file + "'"));
    assertEquals(
        new Filter.And(
            List.of(
                new Filter.Compare(known(FilterField.ASPECT), Operator.AT_LEAST, 0.5),
                new Filter.Compare(known(FilterField.ASPECT), Operator.AT_MOST, 2))),
        Filter.parse("aspect between .5 and 2e0"));
    assertEquals(
        new Filter.Top(new Subject.Named("a \"b\""), 0.3, OptionalDouble.empty()),
        Filter.parse("\"a \"\"b\"\"\" top 30%"));
    assertEquals(
        new Filter.Not(new Filter.Missing(known(FilterField.LANGUAGE))),
        Filter.parse("LANGUAGE IS NOT MISSING"));
    assertEquals(
        new Filter.Mentions(List.of("it's", "女性"), true),
        Filter.parse("caption contains ('it''s', '女性')"));
    assertEquals(
        new Filter.HasWord(TextSet.of(List.of("dog", "o'hara"))),
        Filter.parse("Caption HAS word IN ('Dog', 'o''hara')"));
    assertEquals(new Filter.MentionsList("at-work"), Filter.parse("caption mentions list at-work"));
    assertEquals(
        new Filter.Not(new Filter.OneOf(known(FilterField.LANGUAGE), TextSet.of(List.of("en")))),
        Filter.parse("language not in ('EN ')"));
    assertEquals(new Filter.All(), Filter.parse(" all "));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("", 0, "empty"),
        Arguments.of("   \n", 0, "empty"),
        Arguments.of("similarity", 11, "the end"),
        Arguments.of("similarity >= ", 15, "a number"),
        Arguments.of("similarity >= 'x'", 15, "a number"),
        Arguments.of("similarity >= 1.2.3", 15, "not a finite number"),
        Arguments.of("similarity >= 1e999", 15, "not a finite number"),
        Arguments.of("similarity >= NaN", 15, "a number"),
        Arguments.of("width > 3px", 9, "followed by a letter"),
        Arguments.of("colour = 'red'", 1, "no such field"),
        Arguments.of("language >= 3", 1, "is a text"),
        Arguments.of("words = 'three'", 1, "is a number"),
        Arguments.of("caption has 'dog'", 13, "word in"),
        Arguments.of("language in en", 13, "expected ("),
        Arguments.of("language in ('en'", 18, "expected \")\""),
        Arguments.of("language = 'en", 12, "never closed"),
        Arguments.of("language = ''", 12, "nothing within"),
        Arguments.of("\"text = 'a'", 1, "never closed"),
        Arguments.of("language = 'e\u0000n'", 14, "control characters"),
        Arguments.of("words >= 3; DROP TABLE x", 11, "no meaning"),
        Arguments.of("words >= 3 -- comment", 12, "no meaning"),
        Arguments.of("words >= 3 /* x */", 12, "no meaning"),
        Arguments.of("words >= (SELECT 1)", 10, "a number"),
        Arguments.of("1 = 1", 1, "a condition"),
        Arguments.of("words >= 3 union select 1", 12, "expected \"and\""),
        Arguments.of("words >= 3 and", 15, "a condition"),
        Arguments.of("(words >= 3", 12, "expected \")\""),
        Arguments.of("words >= 3)", 11, "expected \"and\""),
        Arguments.of("select = 3", 1, "no such field"),
        Arguments.of("words is null", 10, "missing"),
        Arguments.of("words between 5 and 3", 21, "below"),
        Arguments.of("similarity top 0%", 16, "between 0% and 100%"),
        Arguments.of("similarity top 130%", 16, "between 0% and 100%"),
        Arguments.of("caption mentions", 17, "single quotes"),
        Arguments.of("caption mentions list", 22, "term list"),
        Arguments.of("caption mentions ()", 19, "single quotes"),
        Arguments.of("caption like '%x%'", 9, "comparison"),
        Arguments.of("language = ‘en’", 12, "no meaning"),
        Arguments.of("words >= ３", 10, "no meaning"),
        Arguments.of("😀 = 1", 1, "no meaning"),
        Arguments.of("(".repeat(5000) + "words > 1" + ")".repeat(5000), 201, "nested"),
        Arguments.of("not ".repeat(100_000) + "words > 1", 801, "nested"),
        Arguments.of("language in (" + "'a',".repeat(20_000) + "'a')", 13, "into a file"),
        Arguments.of("words > 1 or ".repeat(100_000) + "words > 1", 0, "at most 1,000,000"));
  }

  @ParameterizedTest
  @MethodSource
  void wrong(String expression, int at, String why) {
    PlumblineException e = assertThrows(PlumblineException.class, () -> Filter.parse(expression));
    String message = e.getMessage();
    assertTrue(message.contains(why), message);
    assertTrue(
        at == 0
            || message.contains("at character " + at + " ")
            || message.contains("at character " + at + ":"),
        message);
    assertTrue(message.endsWith(".") && message.length() < 500, message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void listFilesThatCannotBeUsedAreNamed() throws IOException {
    Path gone = folder.resolve("gone.txt");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "# nothing\n\n");
    Path latin =
        Files.write(folder.resolve("latin.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    for (Path file : List.of(gone, empty, latin, folder)) {
      PlumblineException e =
          assertThrows(
              PlumblineException.class, () -> Filter.parse("domain in file '" + file + "'"));
      assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Filter filter = Filters.random(random, 4);
      String text = filter.text();
      assertEquals(filter, Filter.parse(text), text);
    }
  }

  @Test
  void aLongChainIsNoDeepNest() {
    List<Filter> all = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      all.add(new Filter.Compare(known(FilterField.WORDS), Operator.GREATER, i));
    }
    Filter chain = new Filter.And(all);
    assertEquals(chain, Filter.parse(chain.text()));
  }
}

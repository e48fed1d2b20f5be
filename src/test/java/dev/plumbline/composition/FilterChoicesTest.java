package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterChoicesTest {
  @TempDir private Path folder;

  @Test
  void anExpressionIsTakenApartIntoChoices() throws IOException {
    Path list = Files.writeString(folder.resolve("blocked.txt"), "a.com\nb.org\n");
    FilterChoices choices =
        FilterChoices.of(
            RowSelection.of(
                Filter.parse(
                    "similarity >= 0.28 and language in ('en', 'ja') and side >= 200 and (nsfw <="
                        + " 0.5 or nsfw = 'unlikely') and elongation <= 3 and not caption mentions"
                        + " list weapons and domain not in file '"
                        + list
                        + "' and year >= 2015 and similarity <= 0.5")));
    assertEquals(
        Map.of(
            FilterLimit.SIMILARITY,
            0.28,
            FilterLimit.SIDE,
            200.0,
            FilterLimit.UNSAFE,
            0.5,
            FilterLimit.ELONGATION,
            3.0),
        choices.limits());
    assertEquals("en, ja", choices.languages());
    assertEquals(List.of("weapons"), choices.without());
    assertEquals(Optional.of(list), choices.domains());
    assertEquals("year >= 2015 and similarity <= 0.5", choices.further());
  }

  @Test
  void choicesComeBackFromTheirOwnExpression() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "a.com\n");
    SplittableRandom random = new SplittableRandom(3);
    for (int draw = 0; draw < 200; draw++) {
      FilterChoices choices = FilterChoices.none();
      for (FilterLimit limit : FilterLimit.values()) {
        if (random.nextBoolean()) {
          choices = choices.with(limit, OptionalDouble.of(random.nextInt(1, 100) / 4.0));
        }
      }
      choices = random.nextBoolean() ? choices.withLanguages("en, ja") : choices;
      choices = random.nextBoolean() ? choices.withWithout(List.of("a", "b c")) : choices;
      choices = random.nextBoolean() ? choices.withDomains(Optional.of(list)) : choices;
      choices = random.nextBoolean() ? choices.withDedupe(Optional.of(DuplicateKey.URL)) : choices;
      choices = random.nextBoolean() ? choices.withFurther("year >= 2015 or faces > 2") : choices;
      RowSelection selection = choices.selection(Optional.empty());
      FilterChoices back = FilterChoices.of(selection);
      assertEquals(choices, back);
      assertEquals(selection, back.selection(Optional.empty()));
    }
  }

  @Test
  void twoLowerLimitsOfOneFieldAreBothKept() {
    FilterChoices choices =
        FilterChoices.of(
            RowSelection.of(Filter.parse("words >= 3 and words >= 5 and words <= 30")));
    assertEquals(OptionalDouble.of(3), choices.limit(FilterLimit.WORDS));
    assertEquals("words >= 5 and words <= 30", choices.further());
    assertTrue(FilterChoices.of(RowSelection.all()).equals(FilterChoices.none()));
  }
}

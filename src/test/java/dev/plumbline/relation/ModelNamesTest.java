package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.ModelId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNamesTest {
  private static ModelNames names(List<String> results, String... scores) {
    return new ModelNames(
        results.stream().map(ModelId::new).toList(),
        Stream.of(scores).map(ModelId::new).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static String scored(ModelNames names, String result) {
    return names.scored(new ModelId(result)).map(ModelId::value).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "RN50, RN50 openai",
    "RN50x64, RN50x64 openai",
    "ViT-B/32, ViT-B-32 openai",
    "ViT-L/14@336px, ViT-L-14-336 openai",
    "vit_b_16 laion2b, ViT-B-16 laion2b",
    "ViT-B-32, none",
    "RN50 cc12m, none"
  })
  void namesAreWrittenInOtherWays(String result, String expected) {
    ModelNames names =
        names(
            List.of(result),
            "RN50 openai",
            "RN50 yfcc15m",
            "RN50-quickgelu openai",
            "RN50x64 openai",
            "ViT-B-32 openai",
            "ViT-B-32-quickgelu openai",
            "ViT-L-14-336 openai",
            "ViT-L-14 openai",
            "ViT-B-16 laion2b");
    assertEquals(expected, scored(names, result));
    assertEquals(expected.equals("none") ? 0 : 1, names.notes().size());
  }

  @Test
  void theSameNameGoesBeforeOthersAndIsNotWorthANote() {
    ModelNames names = names(List.of("ViT-B/32", "RN50"), "ViT-B/32", "ViT-B-32 openai");
    assertEquals("ViT-B/32", scored(names, "ViT-B/32"));
    assertEquals("none", scored(names, "RN50"));
    assertEquals(List.of(), names.notes());
  }

  @Test
  void ofSeveralCandidatesNoneIsTakenAndNoneIsTakenTwice() {
    ModelNames names = names(List.of("My Model", "a/b", "a_b"), "my-model", "my_model", "a-b");
    assertEquals("none", scored(names, "My Model"));
    assertEquals("a-b", scored(names, "a/b"));
    assertEquals("none", scored(names, "a_b"));
    assertEquals(
        List.of(
            "Models joined though named differently: \"a/b\" with \"a-b\".",
            "\"My Model\" was not joined: the scores have \"my-model\", \"my_model\"."),
        names.notes());
  }
}

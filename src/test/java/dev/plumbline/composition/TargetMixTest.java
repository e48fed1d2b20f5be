package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetMixTest {
  private static TargetMix parse(String... texts) {
    return TargetMix.parse(List.of(texts), OptionalDouble.empty());
  }

  @Test
  void groupsAreListsFieldValuesOrExpressions() {
    TargetMix mix =
        parse("women=0.2,language:en=0.5", "domain:a.b.com=0", "language in ('ja', 'zh')=1");
    assertEquals(
        List.of(
            "caption mentions list 'women'",
            "language in ('en')",
            "domain in ('a.b.com')",
            "language in ('ja', 'zh')"),
        mix.shares().stream().map(TargetShare::condition).toList());
    assertEquals(
        List.of(0.2, 0.5, 0.0, 1.0), mix.shares().stream().map(TargetShare::share).toList());
    assertEquals(
        List.of("women", "language: en", "domain: a.b.com", "language in ('ja', 'zh')"),
        mix.shares().stream().map(TargetShare::label).toList());
    assertEquals("words >= 3", parse("words >= 3=0.5").shares().getFirst().condition());
    assertEquals(
        "license in ('it''s, = ok')",
        parse("license in ('it''s, = ok')=0.5,women=0.1").shares().getFirst().condition());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          women            | women
          women=2          | women
          women=x          | women
          =0.2             | GROUP=SHARE
          women=NaN        | women
          words >> 3=0.2   | character
          a=0.1,a=0.2      | twice
          """)
  void whatIsWrongIsNamedInOneSentence(String text, String expected) {
    PlumblineException e = assertThrows(PlumblineException.class, () -> parse(text));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void aCapMustBeAboveTheMeanAndGroupsAreLimited() {
    for (double cap : new double[] {1, 0, -2, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          PlumblineException.class,
          () -> TargetMix.parse(List.of("a=0.1"), OptionalDouble.of(cap)));
    }
    String[] many = new String[TargetMix.MOST + 1];
    java.util.Arrays.setAll(many, i -> "list" + i + "=0.1");
    assertThrows(PlumblineException.class, () -> parse(many));
  }

  @Test
  void balancedGroupsOfAKindKeepTheirSum() {
    TargetMix mix = parse("women=0.1,men=0.3", "language:en=0.5,language:ja=0.1", "words >= 3=0.7");
    assertEquals(
        List.of(0.2, 0.2, 0.3, 0.3, 0.7),
        mix.balanced().shares().stream().map(TargetShare::share).toList());
    assertEquals(
        List.of("mentions", "mentions", "language", "language", "words"),
        mix.shares().stream().map(TargetShare::kind).toList());
    assertTrue(mix.sameGroups(mix.balanced()));
  }
}

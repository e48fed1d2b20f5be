package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Adversarial cases computed with 60 digits.
class EatCasesTest {
  private static final long EXACT = 200_000;

  static Stream<EatCase> cases() throws IOException {
    return EatCase.read("cases").stream();
  }

  static Stream<EatCase> singleCategoryCases() throws IOException {
    return EatCase.read("single_category_cases").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseMeetsItsExpectation(EatCase eat) {
    switch (eat.status()) {
      case "ok" -> measures(eat);
      case "undefined_effect_size" ->
          assertTrue(assertInstanceOf(Undefined.class, test(eat, 1, 0)).reason().endsWith("."));
      case "error" -> {
        PlumblineException refused = assertThrows(PlumblineException.class, () -> test(eat, 1, 1));
        assertTrue(refused.getMessage().endsWith("."));
      }
      default -> throw new AssertionError(eat.status());
    }
  }

  private static void measures(EatCase eat) {
    Measured measured = assertInstanceOf(Measured.class, test(eat, 1, 0));
    Measured population = assertInstanceOf(Measured.class, test(eat, 0, 0));
    JsonObject expect = eat.expect();
    double relative = eat.tolerance("d_rel");
    equals(expect.get("d_ddof1").getAsDouble(), measured.d(), relative);
    equals(expect.get("d_ddof0").getAsDouble(), population.d(), relative);
    near(EatCase.numbers(expect.getAsJsonArray("s_X")), measured.sX(), eat.tolerance("s_abs"));
    near(EatCase.numbers(expect.getAsJsonArray("s_Y")), measured.sY(), eat.tolerance("s_abs"));
    JsonObject exact = expect.getAsJsonObject("exact");
    assertTrue(measured.exact());
    assertEquals(exact.get("partitions").getAsLong(), measured.permutations());
    if (eat.comparesCounts()) {
      assertEquals(exact.get("p_ge").getAsDouble(), measured.p());
      Measured twoSided =
          assertInstanceOf(
              Measured.class,
              new EmbeddingAssociation(settings(1, Alternative.TWO_SIDED, 0))
                  .test(x(eat), y(eat), a(eat), b(eat), new Cancellation()));
      assertEquals(exact.get("p_two_sided").getAsDouble(), twoSided.p());
    }
  }

  @ParameterizedTest
  @MethodSource("singleCategoryCases")
  void everySingleCategoryCaseMeetsItsExpectation(EatCase eat) {
    JsonObject expect = eat.expect();
    AssociationResult result = single(eat, 1, Alternative.GREATER);
    if (expect.get("d_ddof1").isJsonNull()) {
      assertInstanceOf(Undefined.class, result);
      return;
    }
    Measured measured = assertInstanceOf(Measured.class, result);
    JsonObject exact = expect.getAsJsonObject("exact");
    equals(expect.get("d_ddof1").getAsDouble(), measured.d(), 1e-11);
    equals(
        expect.get("d_ddof0").getAsDouble(),
        ((Measured) single(eat, 0, Alternative.GREATER)).d(),
        1e-11);
    near(EatCase.numbers(expect.getAsJsonArray("cos_A")), measured.sX(), 1e-13);
    near(EatCase.numbers(expect.getAsJsonArray("cos_B")), measured.sY(), 1e-13);
    double partitions = exact.get("partitions").getAsDouble();
    assertEquals(exact.get("ge").getAsLong() / partitions, measured.p());
    assertEquals(
        exact.get("two_sided_ge").getAsLong() / partitions,
        ((Measured) single(eat, 1, Alternative.TWO_SIDED)).p());
  }

  private static AssociationResult single(EatCase eat, int ddof, Alternative alternative) {
    return new SingleCategoryAssociation(settings(ddof, alternative, 0))
        .test(eat.numbers("w"), a(eat), b(eat), new Cancellation());
  }

  private static AssociationResult test(EatCase eat, int ddof, int bootstraps) {
    return new EmbeddingAssociation(settings(ddof, Alternative.GREATER, bootstraps))
        .test(x(eat), y(eat), a(eat), b(eat), new Cancellation());
  }

  private static AssociationSettings settings(int ddof, Alternative alternative, int bootstraps) {
    return new AssociationSettings(ddof, alternative, EXACT, bootstraps, 0.95, 1);
  }

  private static double[][] x(EatCase eat) {
    return eat.vectors("X");
  }

  private static double[][] y(EatCase eat) {
    return eat.vectors("Y");
  }

  private static double[][] a(EatCase eat) {
    return eat.vectors("A");
  }

  private static double[][] b(EatCase eat) {
    return eat.vectors("B");
  }

  private static void equals(double expected, double actual, double relative) {
    assertEquals(expected, actual, Math.max(relative * Math.abs(expected), 1e-13));
  }

  private static void near(double[] expected, List<Double> actual, double tolerance) {
    assertEquals(expected.length, actual.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual.get(i), tolerance);
    }
  }
}

package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationTest {
  private static final Correlation PEARSON = new Correlation(CorrelationMethod.PEARSON, 0.95);
  private static final Correlation SPEARMAN = new Correlation(CorrelationMethod.SPEARMAN, 0.95);

  static Stream<JsonObject> correlationCases() throws IOException {
    return cases("correlation_cases");
  }

  static Stream<JsonObject> bhCases() throws IOException {
    return cases("bh_cases");
  }

  private static Stream<JsonObject> cases(String list) throws IOException {
    String text = Files.readString(Oracle.path("correlation/micro_cases.json"));
    JsonArray all = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray(list);
    return StreamSupport.stream(all.spliterator(), false).map(JsonElement::getAsJsonObject);
  }

  @ParameterizedTest
  @MethodSource("correlationCases")
  void everyMicroCaseMeetsItsExpectation(JsonObject micro) {
    double[] x = numbers(micro, "x");
    double[] y = numbers(micro, "y");
    JsonObject expect = micro.getAsJsonObject("expect");
    CorrelationResult pearson = PEARSON.test(x, y);
    CorrelationResult spearman = SPEARMAN.test(x, y);
    if (expect.get("status").getAsString().equals("undefined")) {
      assertTrue(pearson.r().isEmpty() && pearson.reason().isPresent());
      assertTrue(spearman.r().isEmpty() && spearman.reason().isPresent());
      return;
    }
    assertEquals(expect.get("pearson_r").getAsDouble(), pearson.r().orElseThrow(), 1e-10);
    assertEquals(expect.get("spearman_rho").getAsDouble(), spearman.r().orElseThrow(), 1e-10);
    assertArrayEquals(numbers(expect, "ranks_x"), Correlation.ranks(x));
    assertArrayEquals(numbers(expect, "ranks_y"), Correlation.ranks(y));
    agrees(expect, "pearson_p", "pearson_ci", pearson);
    agrees(expect, "spearman_p_t", "spearman_ci", spearman);
    assertEquals(x.length >= 4 && !onLine(pearson), pearson.interval().isPresent());
  }

  private static boolean onLine(CorrelationResult result) {
    return Math.abs(result.r().orElseThrow()) == 1;
  }

  private static void agrees(JsonObject expect, String p, String interval, CorrelationResult got) {
    if (got.n() > 2 && expect.has(p)) {
      assertEquals(expect.get(p).getAsDouble(), got.p().orElseThrow(), 1e-10);
    }
    if (onLine(got)) {
      assertTrue(got.interval().isEmpty() && got.reason().isPresent());
    } else if (expect.has(interval)) {
      double[] bounds = numbers(expect, interval);
      assertEquals(bounds[0], got.interval().orElseThrow().low(), 1e-10);
      assertEquals(bounds[1], got.interval().orElseThrow().high(), 1e-10);
    }
  }

  @Test
  void twoPointsHaveNoPAndConstantsUpToRoundingHaveNoCorrelation() {
    CorrelationResult two = PEARSON.test(new double[] {1, 2}, new double[] {5, 3});
    assertEquals(OptionalDouble.of(-1), two.r());
    assertTrue(two.p().isEmpty() && two.interval().isEmpty() && two.reason().isPresent());
    double[] rounded = {0.1 + 0.2, 0.3, 0.3};
    assertTrue(PEARSON.test(rounded, new double[] {1, 2, 3}).r().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("bhCases")
  void adjustedPAgree(JsonObject bh) {
    assertArrayEquals(numbers(bh, "bh"), BenjaminiHochberg.adjust(numbers(bh, "p")), 1e-15);
  }

  @Test
  void missingPAreNotPartOfTheFamily() {
    List<OptionalDouble> q =
        BenjaminiHochberg.adjust(
            List.of(OptionalDouble.of(0.01), OptionalDouble.empty(), OptionalDouble.of(0.04)));
    assertEquals(
        List.of(OptionalDouble.of(0.02), OptionalDouble.empty(), OptionalDouble.of(0.04)), q);
  }

  private static double[] numbers(JsonObject object, String name) {
    JsonArray array = object.getAsJsonArray(name);
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).getAsDouble();
    }
    return numbers;
  }
}

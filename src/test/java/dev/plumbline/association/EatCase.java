package dev.plumbline.association;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// One case of the oracle's `eat_cases.json`.
record EatCase(JsonObject json) {

  static List<EatCase> read(String list) throws IOException {
    String text = Files.readString(Oracle.path("eat_cases.json"));
    List<EatCase> cases = new ArrayList<>();
    for (JsonElement element :
        JsonParser.parseString(text).getAsJsonObject().getAsJsonArray(list)) {
      cases.add(new EatCase(element.getAsJsonObject()));
    }
    return cases;
  }

  JsonObject expect() {
    return json.getAsJsonObject("expect");
  }

  String status() {
    return expect().get("status").getAsString();
  }

  boolean comparesCounts() {
    return json.get("compare_counts").getAsBoolean();
  }

  double tolerance(String name) {
    return json.getAsJsonObject("tolerance").get(name).getAsDouble();
  }

  double[][] vectors(String set) {
    JsonArray rows = json.getAsJsonArray(set);
    double[][] vectors = new double[rows.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = numbers(rows.get(i).getAsJsonArray());
    }
    return vectors;
  }

  double[] numbers(String name) {
    return numbers(json.getAsJsonArray(name));
  }

  static double[] numbers(JsonArray array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).getAsDouble();
    }
    return numbers;
  }

  @Override
  public String toString() {
    return json.get("id").getAsString();
  }
}

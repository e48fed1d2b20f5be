package dev.plumbline.report;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.association.QueryRankings;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.association.RetrievalSettings;
import dev.plumbline.association.RetrievalSkew;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.stimulus.ImageAttribute;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.RetrievalRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Searches of a made-up folder of which some models favour one group.
public final class SampleSearches {
  private static final int IMAGES = 80;
  private static final int QUERIES = 12;
  private static final int DIMS = 6;

  private SampleSearches() {}

  /// Two attributes of every model but the last, which could not search.
  public static List<RetrievalRow> rows(List<ModelFacts> models) {
    List<RetrievalRow> rows = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      if (m == models.size() - 1) {
        rows.add(
            new RetrievalRow(
                models.get(m).id(),
                "people",
                "group",
                Optional.empty(),
                Optional.of("The model has no text side.")));
        continue;
      }
      for (String attribute : List.of("group", "age")) {
        rows.add(
            new RetrievalRow(
                models.get(m).id(),
                "people",
                attribute,
                Optional.of(result(attribute, m * 0.12, m)),
                Optional.empty()));
      }
    }
    return rows;
  }

  private static RetrievalResult result(String attribute, double lean, long seed) {
    Random random = new Random(attribute.hashCode() + seed);
    List<String> values =
        attribute.equals("group") ? List.of("one", "other") : List.of("young", "middle", "old");
    List<String> labels = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      int value = Math.min(random.nextInt(5), values.size() - 1);
      labels.add(values.get(value));
      names.add(i + ".png");
      images.add(vector(random, value == 0 ? lean : 0));
    }
    List<float[]> queries = IntStream.range(0, QUERIES).mapToObj(_ -> vector(random, 1)).toList();
    QueryRankings rankings =
        QueryRankings.of(
            FloatMatrix.ofRows(images),
            names,
            FloatMatrix.ofRows(queries),
            IntStream.range(0, QUERIES).mapToObj(i -> "person in place " + (i + 1)).toList(),
            5,
            new Cancellation());
    return new RetrievalSkew(
            RetrievalSettings.defaults()
                .withK(Optional.of(8))
                .withDesired(DesiredDistribution.DATASET))
        .of(rankings, new ImageAttribute(attribute, labels), new Cancellation());
  }

  private static float[] vector(Random random, double first) {
    float[] vector = new float[DIMS];
    for (int j = 0; j < DIMS; j++) {
      vector[j] = (float) (random.nextGaussian() * 0.5 + (j == 0 ? first : 0));
    }
    return vector;
  }
}

package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DetectedLanguages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DetectedLanguagesTest {
  private static final ChartStyle STYLE = FigureGallery.style(ChartTheme.light(), Locale.ENGLISH);

  @Test
  void theChartSaysOnHowManyCaptionsAndTheTableHasTheSamplesSharesAndIntervals() {
    Figure figure = CompositionBars.of(List.of(SampleFigures.detected("web")), "language", STYLE);
    assertTrue(
        figure.subtitle().startsWith("Detected in 20,000 captions drawn from 4,200,000 rows"),
        figure.subtitle());
    String csv = CsvWriter.text(figure.table());
    assertTrue(csv.startsWith("dataset,key,rows,used,share,low,high,detector"), csv);
    String german =
        csv.lines().filter(line -> line.startsWith("web,de,")).findFirst().orElseThrow();
    assertTrue(german.startsWith("web,de,2110,20300,0.1039"), german);
    assertTrue(german.contains("OpenNLP"), german);
    assertTrue(csv.contains("web,und,2600,"), csv);
    assertTrue(csv.contains("web,(missing),300,"), csv);
  }

  @Test
  void besideADatasetWithAColumnItIsSaidWhichRestsOnASample() {
    CompositionResult counted = SampleFigures.compositions(List.of("other")).getFirst();
    Figure mixed =
        CompositionBars.of(
            List.of(SampleFigures.detected("web"), SampleFigures.detected("third"), counted),
            "language",
            STYLE);
    assertTrue(mixed.subtitle().contains("2 of 2 datasets"), mixed.subtitle());
  }

  @Test
  void whereDetectionWasRefusedTheReasonStandsInPlaceOfBars() {
    CompositionResult refused =
        SampleFigures.compositions(List.of("far"))
            .getFirst()
            .withLanguages(DetectedLanguages.refused(DetectedLanguages.Refusal.CLUSTER));
    assertTrue(refused.facetNames().contains("language"));
    Figure figure = CompositionBars.of(List.of(refused), "language", STYLE);
    assertTrue(figure.sentence().orElseThrow().contains("on this machine only"));
    assertEquals(0, figure.table().rows().size());
  }

  @Test
  void samplesAreComparedAsSamples() {
    CompositionResult one = SampleFigures.detected("web");
    CompositionResult two = SampleFigures.detected("third");
    Figure figure =
        CompositionDifferenceDots.of(
            List.of(dev.plumbline.composition.CompositionComparison.of(one, two)),
            "third",
            "language",
            STYLE);
    assertTrue(figure.subtitle().startsWith("languages detected on samples"), figure.subtitle());
  }
}

package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.SampleRequest;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDetail;
import dev.plumbline.study.TestDetails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NullDistributionChartTest {
  private static final TestDetail DETAIL = detail();

  private static TestDetail detail() {
    StudyRequest request = SampleRequest.small();
    TestId test = request.battery().tests().getFirst().id();
    return new TestDetails(RunSettings.defaults())
        .of(
            request,
            new ModelId("vit-s-pleasant"),
            test,
            Order.ALL_TEXT,
            (_, _, _) -> {},
            new Cancellation());
  }

  @Test
  void itsTableCountsEveryPartition() {
    ChartStyle style = FigureGallery.style(ChartTheme.light(), Locale.ENGLISH);
    Figure figure = NullDistributionChart.of(DETAIL, Optional.empty(), style);
    long counted =
        figure.table().rows().stream().mapToLong(row -> Long.parseLong(row.get(2))).sum();
    assertEquals(DETAIL.detail().distribution().orElseThrow().partitions(), counted);
    assertTrue(figure.subtitle().contains("vit-s-pleasant"));
    assertTrue(figure.subtitle().contains("one-sided"));
  }

  @Test
  void tablesHoldEveryStimulusAndTheSevenLinesOfTheLevels() {
    FigureTable stimuli = DetailTables.stimuli(DETAIL);
    assertEquals(DETAIL.detail().stimuli().size(), stimuli.rows().size());
    FigureTable levels = DetailTables.levels(DETAIL);
    assertEquals(
        List.of("1", "2", "2", "3", "3", "3", "3"),
        levels.rows().stream().map(row -> row.get(3)).toList());
    assertEquals(
        DetailTables.d(DETAIL.detail().result()).getAsDouble(),
        Double.parseDouble(levels.rows().getFirst().get(6)));
  }
}

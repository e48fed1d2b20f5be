package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.StimulusDetail;
import dev.plumbline.association.StimulusRole;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDetailsTest {
  @TempDir private Path cache;

  @Test
  void theDetailHasTheNumbersOfTheRunAndNeedsNoModelAfterIt() {
    StudyRequest sample = SampleRequest.small();
    StudyRequest request =
        SampleRequest.with(sample, List.of(), SampleRequest.models("vit-s-pleasant"));
    RunSettings settings = RunSettings.defaults().withThreads(1).withCache(Optional.of(cache));
    StudyResult run =
        new StudyRunner(settings).run(request, RunListener.none(), new Cancellation());
    Progress nothingToEmbed =
        (stage, done, total) -> assertTrue(!stage.startsWith("embedding") || done == total, stage);
    for (BiasRow row : run.bias()) {
      TestDetail detail =
          new TestDetails(settings)
              .of(
                  request,
                  row.model(),
                  row.test(),
                  row.order(),
                  nothingToEmbed,
                  new Cancellation());
      assertEquals(row.result().orElseThrow(), detail.detail().result());
      Measured measured = row.measured().orElseThrow();
      List<Double> s =
          detail.detail().stimuli().stream()
              .filter(it -> it.role() == StimulusRole.X)
              .map(StimulusDetail::s)
              .toList();
      assertEquals(measured.sX(), s);
      for (StimulusDetail stimulus : detail.detail().stimuli()) {
        boolean image =
            stimulus.role().target() ? row.order().imageTargets() : row.order().imageAttributes();
        assertEquals(image, detail.image(stimulus).isPresent());
        detail.image(stimulus).ifPresent(file -> assertTrue(Files.exists(file)));
        assertEquals(image, stimulus.name().endsWith(".png"), stimulus.name());
      }
    }
  }

  @Test
  void whatDoesNotExistIsNamed() {
    StudyRequest request = SampleRequest.small();
    TestId test = request.battery().tests().getFirst().id();
    assertRefused(request, "nobody", test, "nobody");
    assertRefused(request, "vit-s-pleasant", new TestId("no-such-test"), "no-such-test");
    StudyRequest elsewhere = SampleRequest.batteryOnly(request, cache.resolve("nothing"));
    assertTrue(
        assertThrows(PlumblineException.class, () -> detail(elsewhere, "vit-s-pleasant", test))
            .getMessage()
            .contains("nothing"));
  }

  @Test
  void aCancelledDetailStops() {
    StudyRequest request = SampleRequest.small();
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThrows(
        CancellationException.class,
        () ->
            new TestDetails(RunSettings.defaults().withCache(Optional.of(cache)))
                .of(
                    request,
                    new ModelId("vit-s-pleasant"),
                    request.battery().tests().getFirst().id(),
                    Order.ALL_TEXT,
                    Progress.none(),
                    cancellation));
  }

  private void assertRefused(StudyRequest request, String model, TestId test, String word) {
    String message =
        assertThrows(PlumblineException.class, () -> detail(request, model, test)).getMessage();
    assertTrue(message.contains(word) && message.endsWith("."), message);
  }

  private TestDetail detail(StudyRequest request, String model, TestId test) {
    return new TestDetails(RunSettings.defaults().withCache(Optional.of(cache)))
        .of(
            request,
            new ModelId(model),
            test,
            Order.ALL_IMAGE,
            Progress.none(),
            new Cancellation());
  }
}

package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plumbline.composition.Bin;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DetectedLanguages;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.core.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageStageTest {
  @TempDir private Path folder;
  private final List<StudyResult> partial = new ArrayList<>();

  private CompositionResult profile(Path csv, long seed) {
    StudyRequest small = SampleRequest.small();
    StudyRequest request =
        new StudyRequest(
            small.name(),
            List.of(SampleRequest.manifest("rows", csv)),
            small.lexicon(),
            List.of(),
            small.battery(),
            Optional.empty(),
            List.of(),
            List.of(),
            small.association().withSeed(seed));
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(String stage, long done, long total) {}

          @Override
          public void partial(StudyResult soFar) {
            partial.add(soFar);
          }

          @Override
          public void failed(Failure failure) {}
        };
    return new StudyRunner(RunSettings.defaults().withCache(Optional.of(folder.resolve("cache"))))
        .run(request, listener, new Cancellation())
        .compositions()
        .getFirst();
  }

  private Path csv() throws IOException {
    StringBuilder rows = new StringBuilder("url,caption\n");
    for (int i = 0; i < 3000; i++) {
      rows.append("u")
          .append(i)
          .append(i % 5 == 0 ? ",Una casa vieja cerca del río" : ",A big old house by the river");
      rows.append('\n');
    }
    return Files.writeString(folder.resolve("rows.csv"), rows);
  }

  @Test
  void countsAreShownBeforeLanguagesAndStayAsTheyWere() throws IOException {
    CompositionResult complete = profile(csv(), 1);
    LanguageEstimate estimate = complete.languages().estimate().orElseThrow();
    assertEquals(List.of("en", "es"), estimate.facet().bins().stream().map(Bin::key).toList());
    assertEquals(0.2, estimate.facet().bins().getLast().share(), 1e-12);
    CompositionResult first = partial.getFirst().compositions().getFirst();
    assertEquals(DetectedLanguages.none(), first.languages());
    assertEquals(first, complete.withLanguages(DetectedLanguages.none()));
  }

  @Test
  void keptProfilesKeepTheirLanguagesAndAnotherSeedDrawsAnew() throws IOException {
    Path csv = csv();
    CompositionResult complete = profile(csv, 1);
    partial.clear();
    assertEquals(complete, profile(csv, 1));
    assertEquals(complete, partial.getFirst().compositions().getFirst(), "kept with languages");
    LanguageEstimate other = profile(csv, 2).languages().estimate().orElseThrow();
    assertNotEquals(
        complete.languages().estimate().orElseThrow().basis().seed(), other.basis().seed());
  }

  @Test
  void whereNothingCanBeDetectedTheCountsStandWithAReason() throws IOException {
    Path csv = Files.writeString(folder.resolve("bare.csv"), "url,caption\na,\nb,\n");
    CompositionResult complete = profile(csv, 1);
    assertEquals(2, complete.rows());
    assertEquals(
        DetectedLanguages.refused(DetectedLanguages.Refusal.NO_CAPTION), complete.languages());
  }
}

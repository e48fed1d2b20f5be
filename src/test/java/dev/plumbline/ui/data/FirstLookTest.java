package dev.plumbline.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.report.Figure;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.NewStudy;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLookTest {
  @TempDir Path folder;

  private Path manifest() throws IOException {
    StringBuilder csv = new StringBuilder("url,caption\n");
    for (int i = 0; i < 60_000; i++) {
      csv.append("https://a.org/%d,a %s%n".formatted(i, i % 5 == 0 ? "woman smiling" : "tree"));
    }
    return Files.writeString(folder.resolve("many.csv"), csv);
  }

  @Test
  void aNewManifestIsEstimatedAtOnceAndItsCountTakesTheEstimatesPlace() throws IOException {
    StudySession session = new StudySession(NewStudy.blank("new"));
    Look look = new Look(Theme.LIGHT, Locale.ENGLISH);
    DataViewModel model =
        new DataViewModel(
            session, look, Workers.direct(), new Engines(""), Inspection::of, FirstLook::sample);
    model.setActive(true);
    model.add(List.of(manifest()));
    model.facetProperty().set(DataViewModel.MENTIONS);
    Figure first = model.facetFigure().figure().orElseThrow();
    assertTrue(first.subtitle().startsWith("Estimate from "), first.subtitle());
    assertTrue(first.subtitle().contains("24 most mentioned of 59"), first.subtitle());
    assertEquals(59, first.table().rows().size());
    assertTrue(session.result().compositions().isEmpty());

    StudyRequest request = session.request();
    CompositionResult counted = profile(request.manifests().getFirst());
    StudyResult result =
        new StudyResult(List.of(counted), List.of(), List.of(), List.of(), List.of());
    session.open(
        new Study(request, result, session.provenanceProperty().get(), List.of()),
        Optional.empty());
    Figure second = model.facetFigure().figure().orElseThrow();
    assertFalse(second.subtitle().contains("stimate"), second.subtitle());
    assertTrue(second.subtitle().contains("60,000"), second.subtitle());
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, session.study());
    assertEquals(LexiconReader.bundled(), StudyFile.read(file).request().lexicon());
  }

  private static CompositionResult profile(ManifestSource source) {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return new CompositionProfiler(engine)
          .profile(
              engine.read(source, new Cancellation()),
              new CompositionSettings(LexiconReader.bundled()),
              Progress.none(),
              new Cancellation());
    }
  }
}

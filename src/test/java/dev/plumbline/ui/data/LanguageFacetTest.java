package dev.plumbline.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Engines;
import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.Figure;
import dev.plumbline.study.ManifestCounts;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.data.count.CountLimit;
import dev.plumbline.ui.data.count.SharedCount;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.NewStudy;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageFacetTest {
  @TempDir Path folder;

  private Path manifest() throws IOException {
    StringBuilder csv = new StringBuilder("url,caption\n");
    for (int i = 0; i < 60_000; i++) {
      String caption =
          i % 4 == 0 ? "Ein alter Mann mit seinem Hund im Garten" : "An old man with his dog";
      csv.append("https://a.org/%d,%s%n".formatted(i, caption));
    }
    return Files.writeString(folder.resolve("many.csv"), csv);
  }

  @Test
  void aManifestWithoutAColumnShowsDetectedLanguagesWithWhatTheyRestOn() throws IOException {
    StudySession session = new StudySession(NewStudy.blank("new"));
    Look look = new Look(Theme.LIGHT, Locale.ENGLISH);
    Engines engines = new Engines("");
    Readings readings = new Readings(engines);
    Workers workers = Workers.direct(_ -> {});
    DataViewModel model =
        new DataViewModel(
            session,
            look,
            workers,
            new ManifestWork(
                engines,
                readings,
                FirstLook.with(readings),
                new SharedCount(ManifestCounts.below(Optional.empty()), engines, CountLimit::usual),
                new TaskQueue(workers.forCounts()),
                new SimpleBooleanProperty()));
    model.setActive(true);
    model.add(List.of(manifest()));
    Study study =
        new StudyRunner(RunSettings.defaults().withCache(Optional.empty()))
            .study(session.request(), RunListener.none(), new Cancellation());
    session.open(study, Optional.empty());
    assertTrue(model.facets().contains("language"), model.facets().toString());
    model.facetProperty().set("language");
    Figure figure = model.facetFigure().figure().orElseThrow();
    assertTrue(figure.subtitle().startsWith("Detected in "), figure.subtitle());
    assertTrue(figure.subtitle().contains("drawn from 60,000 rows"), figure.subtitle());
    assertTrue(CsvWriter.text(figure.table()).contains("OpenNLP"));
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, session.study());
    assertEquals(
        study.result().compositions().getFirst().languages(),
        StudyFile.read(file).result().compositions().getFirst().languages());
  }
}

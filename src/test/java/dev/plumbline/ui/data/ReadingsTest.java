package dev.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.ui.session.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {
  @TempDir Path folder;

  private final Readings readings = new Readings(new Engines(""));

  private record Seen(QueryEngine engine, Manifest manifest) {}

  private ManifestSource source(String... captions) throws IOException {
    String csv = "url,caption\n";
    for (String caption : captions) {
      csv += "https://a.org/1.jpg," + caption + "\n";
    }
    Path file = Files.writeString(folder.resolve("some.csv"), csv);
    return new ManifestSource(new DatasetId("some"), List.of(file.toString()), Map.of());
  }

  @Test
  void whoLooksAtTheSameTimeSharesOneEngineAndOneReading() throws Exception {
    ManifestSource source = source("a tree", "a house");
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<Seen> first =
        CompletableFuture.supplyAsync(
            () ->
                readings.of(
                    source,
                    (engine, manifest) -> {
                      inside.countDown();
                      await(leave);
                      return new Seen(engine, manifest);
                    }));
    await(inside);
    Seen second = readings.of(source, Seen::new);
    leave.countDown();
    assertThat(second.engine()).isSameAs(first.get(10, TimeUnit.SECONDS).engine());
    assertThat(second.manifest()).isSameAs(first.get().manifest());
  }

  @Test
  void whoComesLaterSeesTheFileAsItIsByThen() throws IOException {
    assertThat(readings.of(source("a tree"), Inspection::of).preview().rows()).hasSize(1);
    assertThat(readings.of(source("a tree", "a house"), Inspection::of).preview().rows())
        .hasSize(2);
  }

  @Test
  void whatCannotBeReadFailsForEachWhoAsksUntilItCan() throws IOException {
    ManifestSource gone = source("a tree");
    Path file = Path.of(gone.files().getFirst());
    Files.delete(file);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> readings.of(gone, Inspection::of))
          .isInstanceOf(PlumblineException.class)
          .hasMessageContaining("some.csv");
    }
    source("a tree");
    assertThat(readings.of(gone, Inspection::of).preview().rows()).hasSize(1);
  }

  @Test
  void columnsWaitForThePictureButNotForLong() throws Exception {
    CountDownLatch came = new CountDownLatch(1);
    OpenedManifest opened = new OpenedManifest(readings, Workers.direct(), came::countDown);
    CountDownLatch shown = new CountDownLatch(1);
    opened
        .inspectionProperty()
        .subscribe(
            state -> {
              if (state instanceof InspectionState.Opened) {
                shown.countDown();
              }
            });
    opened.look(Optional.of(row()));
    assertThat(came.getCount()).isZero();
    assertThat(shown.getCount()).as("nobody has called show").isOne();
    await(shown);
  }

  @Test
  void columnsAreShownWhenThePictureIs() throws IOException {
    OpenedManifest opened = new OpenedManifest(readings, Workers.direct(), () -> {});
    opened.look(Optional.of(row()));
    assertThat(opened.inspectionProperty().get())
        .isEqualTo(new InspectionState.Opening(new DatasetId("some")));
    opened.show();
    assertThat(opened.inspectionProperty().get()).isInstanceOf(InspectionState.Opened.class);
  }

  private ManifestRow row() throws IOException {
    return new ManifestRow(source("a tree"), Optional.empty(), Optional.empty());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

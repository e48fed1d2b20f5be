package dev.plumbline.ui;

import dev.plumbline.study.Provenance;
import dev.plumbline.ui.part.Workbench;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Device really used, cache, whether the study is saved, seed and digest.
final class StatusBar extends HBox {
  private final Workbench bench;
  private final Label device = new Label();
  private final Label cache = new Label();
  private final Label saved = new Label();
  private final Label origin = new Label();
  private final Subscription listening;

  StatusBar(Workbench bench) {
    this.bench = bench;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    device.setId("status-device");
    cache.setId("status-cache");
    saved.setId("status-saved");
    origin.setId("status-origin");
    cache.setTooltip(new Tooltip(bench.look().text("status.cache.tip")));
    origin.setTooltip(new Tooltip(bench.look().text("status.origin.tip")));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(device, cache, saved, gap, origin);
    getChildren().stream()
        .filter(Label.class::isInstance)
        .forEach(label -> ((Label) label).setMinWidth(Region.USE_PREF_SIZE));
    listening =
        Subscription.combine(
            bench.session().resultProperty().subscribe(_ -> showDevice()),
            bench.session().provenanceProperty().subscribe(this::showOrigin),
            bench.session().savedProperty().subscribe(_ -> showSaved()),
            bench.session().fileProperty().subscribe(_ -> showSaved()),
            bench.runs().runningProperty().subscribe(_ -> measureCache()));
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void showDevice() {
    Set<String> devices = new LinkedHashSet<>();
    bench.session().result().models().forEach(facts -> facts.device().ifPresent(devices::add));
    device.setText(
        devices.isEmpty() ? bench.look().text("status.device.none") : String.join(", ", devices));
  }

  private void showSaved() {
    boolean clean = bench.session().savedProperty().get();
    String key =
        !clean
            ? "status.unsaved"
            : bench.session().fileProperty().get().isPresent() ? "status.saved" : "status.new";
    saved.setText(bench.look().text(key));
    saved.setTooltip(
        bench
            .session()
            .fileProperty()
            .get()
            .map(path -> new Tooltip(path.toString()))
            .orElse(null));
  }

  private void showOrigin(Provenance provenance) {
    String digest = Fingerprint.of(provenance);
    origin.setText(
        bench.look().text("status.seed", Long.toString(provenance.seed()))
            + (digest.isEmpty() ? "" : "  ·  " + bench.look().text("status.digest", digest)));
  }

  private void measureCache() {
    bench
        .workers()
        .quick()
        .execute(
            () -> {
              long bytes = CacheFolder.bytes();
              bench.workers().screen().execute(() -> showCache(bytes));
            });
  }

  private void showCache(long bytes) {
    cache.setText(bench.look().text("status.cache", bytes / 1e6));
  }
}

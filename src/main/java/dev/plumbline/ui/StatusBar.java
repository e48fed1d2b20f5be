package dev.plumbline.ui;

import dev.plumbline.report.Messages;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.UserFolders;
import dev.plumbline.ui.cache.CacheContents;
import dev.plumbline.ui.cache.CacheModel;
import dev.plumbline.ui.cache.CachePane;
import dev.plumbline.ui.part.UsedDevice;
import dev.plumbline.ui.part.Workbench;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Device really used, cache, whether the study is saved, seed and digest.
final class StatusBar extends HBox {
  private final Workbench bench;
  private final Label device = new Label();
  private final Button cache = new Button();
  private final CacheModel kept;
  private Optional<PopOver> opened = Optional.empty();
  private final Label saved = new Label();
  private final Label origin = new Label();
  private final Subscription listening;

  StatusBar(Workbench bench) {
    this.bench = bench;
    this.kept =
        new CacheModel(UserFolders.cache(), bench.workers(), bench.session().notices()::error);
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    device.setId("status-device");
    cache.setId("status-cache");
    saved.setId("status-saved");
    origin.setId("status-origin");
    cache.getStyleClass().addAll("flat", "status-button");
    cache.setOnAction(_ -> openCache());
    cache.setTooltip(new Tooltip(bench.look().text("status.cache.tip")));
    origin.setTooltip(new Tooltip(bench.look().text("status.origin.tip")));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(device, cache, saved, gap, origin);
    getChildren().stream()
        .filter(Labeled.class::isInstance)
        .forEach(label -> ((Labeled) label).setMinWidth(Region.USE_PREF_SIZE));
    listening =
        Subscription.combine(
            bench.session().resultProperty().subscribe(_ -> showDevice()),
            bench.session().provenanceProperty().subscribe(this::showOrigin),
            bench.session().savedProperty().subscribe(_ -> showSaved()),
            bench.session().fileProperty().subscribe(_ -> showSaved()),
            bench.runs().runningProperty().subscribe(_ -> kept.measure()),
            kept.contentsProperty().subscribe(this::showCache));
  }

  void dispose() {
    listening.unsubscribe();
    opened.ifPresent(PopOver::hide);
  }

  private void showDevice() {
    Set<String> devices = new LinkedHashSet<>();
    Set<String> notes = new LinkedHashSet<>();
    Messages sentences = Messages.load("checks", bench.look().locale());
    for (ModelFacts facts : bench.session().result().models()) {
      facts.device().map(it -> UsedDevice.name(it, bench.look())).ifPresent(devices::add);
      facts
          .deviceNotes()
          .forEach(
              note -> notes.add(sentences.text(note.kind().sentence(), note.values().toArray())));
    }
    String used =
        devices.isEmpty() ? bench.look().text("status.device.none") : String.join(", ", devices);
    device.setText(notes.isEmpty() ? used : bench.look().text("status.device.not-as-asked", used));
    FontIcon sign = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
    sign.getStyleClass().add("check-warn");
    device.setGraphic(notes.isEmpty() ? null : sign);
    device.setTooltip(notes.isEmpty() ? null : new Tooltip(String.join("\n", notes)));
    device.setAccessibleText(notes.isEmpty() ? used : used + ". " + String.join(" ", notes));
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

  private void showCache(Optional<CacheContents> contents) {
    contents.ifPresent(now -> cache.setText(bench.look().text("status.cache", now.bytes() / 1e6)));
  }

  private void openCache() {
    kept.measure();
    CachePane pane = new CachePane(bench.look(), kept);
    PopOver popOver = new PopOver(pane);
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    popOver.setDetachable(false);
    popOver.setOnHidden(
        _ -> {
          pane.dispose();
          opened = Optional.empty();
        });
    opened = Optional.of(popOver);
    popOver.show(cache);
  }
}

package dev.plumbline.ui;

import dev.plumbline.study.StudyRequest;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.Theme;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The study's name and size, language, colours, Run.
final class TopBar extends HBox {
  private final Workbench bench;
  private final TextField name = new TextField();
  private final Label counts = new Label();
  private final Button run = new Button();
  private final Button theme = new Button();
  private final Button undo = new Button();
  private final Segments<Locale> languages;
  private final FileMenu menu;
  private final Subscription listening;

  TopBar(Workbench bench, StudyCommands commands, FileMenu menu) {
    this.bench = bench;
    this.menu = menu;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    ObjectProperty<Locale> language = new SimpleObjectProperty<>(bench.look().locale());
    languages = new Segments<>("language", language, TopBar::languageName).listen();
    languages.setChoices(Look.LANGUAGES);
    language.subscribe(chosen -> javafx.application.Platform.runLater(() -> speak(chosen)));
    setUpName();
    counts.setId("counts");
    counts.getStyleClass().add("muted");
    counts.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    theme.setId("theme");
    theme.getStyleClass().addAll("flat", "button-icon");
    theme.setOnAction(_ -> wear(bench.look().theme().other()));
    undo.setId("undo");
    undo.setGraphic(new FontIcon(MaterialDesignU.UNDO));
    undo.getStyleClass().addAll("flat", "button-icon");
    undo.setOnAction(_ -> commands.undo());
    undo.setAccessibleText(bench.look().text("menu.undo"));
    run.setId("run");
    run.setOnAction(_ -> commands.runOrCancel());
    run.setMinWidth(96);
    getChildren().addAll(name, counts, gap, menu, undo, languages, theme, run);
    listening =
        Subscription.combine(
            bench.session().requestProperty().subscribe(this::show),
            bench.look().themeProperty().subscribe(this::showTheme),
            bench
                .session()
                .undoStack()
                .newestProperty()
                .subscribe(step -> showUndo(step.map(s -> s.name()).orElse(""))),
            bench.runs().runningProperty().subscribe(this::showRun));
  }

  void dispose() {
    listening.unsubscribe();
    languages.dispose();
    menu.dispose();
  }

  private void setUpName() {
    name.setId("study-name");
    name.getStyleClass().add("study-name");
    name.setAccessibleText(bench.look().text("study.name"));
    name.setTooltip(new Tooltip(bench.look().text("study.name.tip")));
    name.setOnAction(_ -> rename());
    name.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                rename();
              }
            });
  }

  private void rename() {
    String wanted = name.getText().strip();
    if (wanted.isEmpty()) {
      name.setText(bench.session().request().name());
    } else if (!wanted.equals(bench.session().request().name())) {
      bench
          .session()
          .edit(bench.look().text("undo.rename"), request -> StudyEdits.renamed(request, wanted));
    }
  }

  private void show(StudyRequest request) {
    name.setText(request.name());
    name.setPrefWidth(Math.clamp(width(request.name()), 90, 360));
    counts.setText(
        bench
            .look()
            .text(
                "study.counts",
                request.manifests().size(),
                request.models().size(),
                request.battery().tests().size()));
  }

  private static double width(String text) {
    Text measured = new Text(text);
    measured.setFont(Font.font("System", FontWeight.BOLD, 16));
    return Math.ceil(measured.getLayoutBounds().getWidth()) + 24;
  }

  private void showTheme(Theme now) {
    theme.setGraphic(
        new FontIcon(
            now == Theme.DARK
                ? MaterialDesignW.WHITE_BALANCE_SUNNY
                : MaterialDesignW.WEATHER_NIGHT));
    String text = bench.look().text("theme." + now.other().name());
    theme.setTooltip(new Tooltip(text));
    theme.setAccessibleText(text);
  }

  private void showUndo(String step) {
    undo.setDisable(step.isEmpty());
    undo.setTooltip(
        new Tooltip(
            step.isEmpty()
                ? bench.look().text("menu.undo")
                : bench.look().text("undo.step", step)));
  }

  private void showRun(boolean running) {
    run.setText(bench.look().text(running ? "run.cancel" : "run.run"));
    run.setGraphic(new FontIcon(running ? MaterialDesignS.STOP : MaterialDesignP.PLAY));
    run.getStyleClass().removeAll("success", "danger");
    run.getStyleClass().add(running ? "danger" : "success");
    run.setTooltip(new Tooltip(bench.look().text(running ? "run.cancel.tip" : "run.run.tip")));
  }

  private void speak(Locale language) {
    if (!language.equals(bench.look().locale())) {
      bench.look().speak(language);
      bench.remembered().change(now -> now.withLanguage(language.getLanguage()));
    }
  }

  private void wear(Theme next) {
    bench.look().wear(next);
    bench.remembered().change(now -> now.withTheme(next));
  }

  private static String languageName(Locale locale) {
    return locale.equals(Locale.JAPANESE) ? "日本語" : "EN";
  }
}

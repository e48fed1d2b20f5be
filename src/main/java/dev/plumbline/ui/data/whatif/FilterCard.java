package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.FilterChoices;
import dev.plumbline.composition.FilterLimit;
import dev.plumbline.composition.FilterPreset;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.study.WhatIfRequest;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// The controls of a filter, the expression they amount to, and where it goes.
final class FilterCard {
  private static final List<String> DEDUPES = List.of("none", "url", "caption", "hash", "uid");

  private final Workbench bench;
  private final WhatIfViewModel model;
  private final GridPane grid = new GridPane();
  private final List<LimitSlider> sliders = new ArrayList<>();
  private final PresetChoice presets;
  private final TextField languages = new TextField();
  private final WithoutMenu without;
  private final Button domains = new Button();
  private final ObjectProperty<String> dedupe = new SimpleObjectProperty<>("none");
  private final TextField further = new TextField();
  private final Label expression = note();
  private final Card card;
  private final Subscription listening;
  private boolean showing;
  private int line;

  FilterCard(Workbench bench, WhatIfViewModel model) {
    this.bench = bench;
    this.model = model;
    Label notes = note();
    presets = new PresetChoice(bench.look(), notes, this::choosePreset);
    without = new WithoutMenu(bench.look(), lists -> change(now -> now.withWithout(lists)));
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(112);
    ColumnConstraints control = new ColumnConstraints();
    control.setHgrow(Priority.ALWAYS);
    control.setMinWidth(0);
    grid.getColumnConstraints().setAll(name, control);
    grid.getStyleClass().add("form-grid");
    grid.setVgap(8);
    rows(notes);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    card =
        new Card(text("whatif.title"))
            .actions(
                new WhatIfUndo(bench).of("whatif-undo"),
                new RecipeMenu(bench, model)
                    .of("whatif-save", SaveKind.RECIPE, SaveKind.SUBSET, SaveKind.ROWS))
            .content(scroll);
    card.subtitle().setText(text("whatif.subtitle"));
    card.setId("whatif-filter");
    listening =
        Subscription.combine(
            model.requestProperty().subscribe(this::show),
            model.manifestProperty().subscribe(this::allow),
            model.stateProperty().subscribe(_ -> showExpression()));
  }

  Node node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void rows(Label notes) {
    add("whatif.preset", presets.node());
    grid.add(notes, 1, line++);
    for (FilterLimit limit : FilterLimit.values()) {
      LimitSlider slider =
          new LimitSlider(
              limit,
              bench.look(),
              (value, settled) -> change(now -> now.with(limit, value), settled));
      sliders.add(slider);
      add("whatif." + limit.key(), slider.node());
    }
    languages.setId("whatif-languages");
    languages.setPromptText(text("whatif.languages.prompt"));
    commit(languages, value -> change(now -> now.withLanguages(value)));
    add("whatif.languages", languages);
    add("whatif.without", without.node());
    domains.setId("whatif-domains");
    domains.setMaxWidth(Double.MAX_VALUE);
    domains.getStyleClass().add("small");
    domains.setOnAction(_ -> chooseDomains());
    add("whatif.domains", domains);
    add("whatif.dedupe", dedupes());
    further.setId("whatif-further");
    further.setPromptText(text("whatif.further.prompt"));
    commit(further, value -> change(now -> now.withFurther(value)));
    add("whatif.further", further);
    expression.setId("whatif-expression");
    add("whatif.expression", expression);
  }

  private ComboBox<String> dedupes() {
    ComboBox<String> box =
        dev.plumbline.ui.part.Choices.of(
            "whatif-dedupe",
            text("whatif.dedupe"),
            FXCollections.observableArrayList(DEDUPES),
            dedupe,
            key -> text("whatif.dedupe." + key));
    box.setMaxWidth(Double.MAX_VALUE);
    dedupe.addListener((_, _, key) -> change(now -> now.withDedupe(key(key))));
    return box;
  }

  private void add(String key, Node control) {
    Label label = new Label(text(key));
    label.setLabelFor(control);
    label.setWrapText(true);
    Tooltip tip = new Tooltip(text(key + ".tip"));
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    label.setTooltip(tip);
    control.setAccessibleText(text(key));
    grid.add(label, 0, line);
    grid.add(control, 1, line++);
  }

  private static Label note() {
    Label label = new Label();
    label.getStyleClass().addAll("muted", "note");
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// The words of the preset `text` are the user's: they are asked for and become a condition.
  private void choosePreset(Optional<String> id) {
    if (!id.equals(Optional.of(FilterPreset.TEXT))) {
      change(now -> now.withPreset(id));
      return;
    }
    Optional<Manifest> manifest = model.manifestProperty().get();
    Guarded.run(
        bench,
        () -> {
          Optional<Path> words = bench.dialogs().open(FileDialogs.Kind.LIST).stream().findFirst();
          if (words.isPresent() && manifest.isPresent()) {
            String condition =
                FilterPreset.of(manifest.get(), words.map(Path::toString)).stream()
                    .filter(preset -> preset.id().equals(FilterPreset.TEXT))
                    .findFirst()
                    .flatMap(FilterPreset::filter)
                    .orElseThrow()
                    .text();
            change(now -> now.withPreset(id).withFurther(condition));
          }
        });
    show(model.requestProperty().get());
  }

  private void chooseDomains() {
    if (model.requestProperty().get().choices().domains().isPresent()) {
      change(now -> now.withDomains(Optional.empty()));
      return;
    }
    Guarded.run(
        bench,
        () ->
            bench.dialogs().open(FileDialogs.Kind.LIST).stream()
                .findFirst()
                .ifPresent(file -> change(now -> now.withDomains(Optional.of(file)))));
  }

  private void change(UnaryOperator<FilterChoices> step) {
    change(step, true);
  }

  private void change(UnaryOperator<FilterChoices> step, boolean settled) {
    if (!showing) {
      model.choose(step.apply(model.requestProperty().get().choices()), settled);
    }
  }

  private void show(WhatIfRequest request) {
    FilterChoices choices = request.choices();
    showing = true;
    presets.show(choices.preset());
    sliders.forEach(slider -> slider.show(choices.limit(slider.limit())));
    showText(languages, choices.languages());
    dedupe.set(choices.dedupe().map(DuplicateKey::key).orElse("none"));
    showText(further, choices.further());
    domains.setText(
        choices
            .domains()
            .map(file -> text("whatif.domains.clear", file.getFileName()))
            .orElseGet(() -> text("whatif.domains.choose")));
    without.show(model.lexicon(), choices.without());
    showing = false;
  }

  private static void showText(TextField field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }

  /// Switches off what the manifest has no column for.
  private void allow(Optional<Manifest> manifest) {
    presets.offer(model.presets());
    sliders.forEach(slider -> slider.allow(has(manifest, slider.limit().roles())));
    boolean told = has(manifest, List.of(ColumnRole.LANGUAGE));
    languages.setDisable(!told);
    languages.setPromptText(
        text(told || manifest.isEmpty() ? "whatif.languages.prompt" : "whatif.languages.none"));
    domains.setDisable(!has(manifest, List.of(ColumnRole.URL)));
    show(model.requestProperty().get());
  }

  private static boolean has(Optional<Manifest> manifest, List<ColumnRole> roles) {
    return manifest.isPresent()
        && roles.stream().allMatch(role -> manifest.get().column(role).isPresent());
  }

  private void showExpression() {
    without.show(model.lexicon(), model.requestProperty().get().choices().without());
    model
        .result()
        .ifPresent(result -> expression.setText(result.settings().selection().filter().text()));
    if (model.stateProperty().get() instanceof WhatIfState.Failed(String sentence)) {
      expression.setText(bench.look().messages().sentence(sentence));
    }
  }

  private static Optional<DuplicateKey> key(String value) {
    return Optional.ofNullable(value)
        .filter(id -> !id.equals("none"))
        .map(id -> DuplicateKey.valueOf(id.toUpperCase(java.util.Locale.ROOT)));
  }

  private static void commit(TextField field, Consumer<String> take) {
    field.getStyleClass().add("small");
    field.setOnAction(_ -> take.accept(field.getText().strip()));
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                take.accept(field.getText().strip());
              }
            });
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

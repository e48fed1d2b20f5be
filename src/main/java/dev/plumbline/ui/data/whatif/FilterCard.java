package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Labels;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.TaskQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// The controls of a filter, the expression they amount to, and where it goes.
final class FilterCard {
  private static final List<String> DEDUPES = List.of("none", "url", "caption", "hash");

  private final Workbench bench;
  private final WhatIfViewModel model;
  private final GridPane grid = new GridPane();
  private final List<LimitSlider> sliders = new ArrayList<>();
  private final ComboBox<String> presets = new ComboBox<>();
  private final Label presetNotes = note();
  private final TextField languages = new TextField();
  private final MenuButton without = new MenuButton();
  private final Button domains = new Button();
  private final ComboBox<String> dedupe =
      new ComboBox<>(FXCollections.observableArrayList(DEDUPES));
  private final TextField further = new TextField();
  private final Label expression = note();
  private final Card card;
  private final Subscription listening;
  private boolean showing;
  private int line;

  FilterCard(Workbench bench, WhatIfViewModel model) {
    this.bench = bench;
    this.model = model;
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(112);
    ColumnConstraints control = new ColumnConstraints();
    control.setHgrow(Priority.ALWAYS);
    control.setMinWidth(0);
    grid.getColumnConstraints().setAll(name, control);
    grid.getStyleClass().add("form-grid");
    grid.setVgap(8);
    rows();
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    card = new Card(text("whatif.title")).actions(undo(), save()).content(scroll);
    card.subtitle().setText(text("whatif.subtitle"));
    card.setId("whatif-filter");
    listening =
        Subscription.combine(
            model.choicesProperty().subscribe(this::show),
            model.manifestProperty().subscribe(this::allow),
            model.stateProperty().subscribe(_ -> showExpression()));
  }

  Node node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void rows() {
    presets.setId("whatif-preset");
    presets.setConverter(converter("whatif.preset."));
    presets.setMaxWidth(Double.MAX_VALUE);
    presets.getStyleClass().add("small");
    presets.setOnAction(_ -> change(now -> now.withPreset(none(presets.getValue()))));
    add("whatif.preset", presets);
    grid.add(presetNotes, 1, line++);
    for (Limit limit : Limit.values()) {
      LimitSlider slider =
          new LimitSlider(limit, bench.look(), value -> change(now -> now.with(limit, value)));
      sliders.add(slider);
      add("whatif." + limit.key(), slider.node());
    }
    languages.setId("whatif-languages");
    languages.setPromptText(text("whatif.languages.prompt"));
    commit(languages, value -> change(now -> now.withLanguages(value)));
    add("whatif.languages", languages);
    without.setId("whatif-without");
    without.setMaxWidth(Double.MAX_VALUE);
    without.getStyleClass().add("small");
    add("whatif.without", without);
    domains.setId("whatif-domains");
    domains.setMaxWidth(Double.MAX_VALUE);
    domains.getStyleClass().add("small");
    domains.setOnAction(_ -> chooseDomains());
    add("whatif.domains", domains);
    dedupe.setId("whatif-dedupe");
    dedupe.setConverter(converter("whatif.dedupe."));
    dedupe.setMaxWidth(Double.MAX_VALUE);
    dedupe.getStyleClass().add("small");
    dedupe.setOnAction(_ -> change(now -> now.withDedupe(key(dedupe.getValue()))));
    add("whatif.dedupe", dedupe);
    further.setId("whatif-further");
    further.setPromptText(text("whatif.further.prompt"));
    commit(further, value -> change(now -> now.withFurther(value)));
    add("whatif.further", further);
    expression.setId("whatif-expression");
    add("whatif.expression", expression);
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

  private Button undo() {
    Button button = new Button(text("whatif.undo"));
    button.setId("whatif-undo");
    button.getStyleClass().addAll("small", "flat");
    button.setOnAction(_ -> model.undo());
    button.disableProperty().bind(model.undoStack().newestProperty().map(Optional::isEmpty));
    return button;
  }

  private MenuButton save() {
    MenuButton menu = new MenuButton(text("whatif.save"));
    menu.setId("whatif-save");
    menu.getStyleClass().add("small");
    MenuItem open = new MenuItem(text("whatif.save.open"));
    open.setOnAction(
        _ ->
            Guarded.run(
                bench,
                () ->
                    bench.dialogs().open(FileDialogs.Kind.RECIPE).stream()
                        .findFirst()
                        .ifPresent(model::open)));
    menu.getItems().add(open);
    for (SaveKind kind : SaveKind.values()) {
      MenuItem item = new MenuItem(text("whatif.save." + kind.name()));
      item.setId("whatif-save-" + kind.name().toLowerCase(java.util.Locale.ROOT));
      item.setOnAction(_ -> Guarded.run(bench, () -> save(kind)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void save(SaveKind kind) {
    Optional<WhatIfResult> result = model.result();
    if (result.isEmpty()) {
      bench.session().notices().information(text("whatif.opening"));
      return;
    }
    bench
        .dialogs()
        .save(kind.dialog(), result.get().dataset().value() + "-filtered")
        .ifPresent(file -> save(kind, file, result.get()));
  }

  private void save(SaveKind kind, Path file, WhatIfResult result) {
    bench
        .tasks()
        .submit(
            (progress, cancellation) -> model.save(result, kind, file, progress, cancellation),
            new TaskQueue.Outcome<Long>(
                rows ->
                    bench
                        .session()
                        .notices()
                        .information(text("whatif.saved", file.getFileName(), rows)),
                () -> {},
                bench.session().notices()::error));
  }

  private void chooseDomains() {
    if (model.choicesProperty().get().domains().isPresent()) {
      change(now -> now.withDomains(Optional.empty()));
      return;
    }
    Guarded.run(
        bench,
        () ->
            bench.dialogs().open(FileDialogs.Kind.LIST).stream()
                .findFirst()
                .ifPresent(file -> change(now -> now.withDomains(Optional.of(file.toString())))));
  }

  private void change(java.util.function.UnaryOperator<FilterChoices> step) {
    if (!showing) {
      FilterChoices now = model.choicesProperty().get();
      FilterChoices next = step.apply(now);
      if (!next.equals(now)) {
        model.choicesProperty().set(next);
      }
    }
  }

  private void show(FilterChoices choices) {
    showing = true;
    presets.setValue(choices.preset().orElse("none"));
    sliders.forEach(slider -> slider.show(choices.limit(slider.limit())));
    languages.setText(choices.languages());
    dedupe.setValue(choices.dedupe().map(DuplicateKey::key).orElse("none"));
    further.setText(choices.further());
    domains.setText(
        choices
            .domains()
            .map(file -> text("whatif.domains.clear", Path.of(file).getFileName()))
            .orElseGet(() -> text("whatif.domains.choose")));
    showLists(choices);
    showNotes();
    showing = false;
  }

  private void showLists(FilterChoices choices) {
    List<String> lists = model.lists();
    List<String> shown =
        without.getItems().stream().map(item -> (String) item.getUserData()).toList();
    if (!shown.equals(lists)) {
      without.getItems().clear();
      for (String list : lists) {
        CheckMenuItem item = new CheckMenuItem(label(list));
        item.setUserData(list);
        item.setOnAction(_ -> change(now -> now.withWithout(checked())));
        without.getItems().add(item);
      }
    }
    without
        .getItems()
        .forEach(
            item ->
                ((CheckMenuItem) item).setSelected(choices.without().contains(item.getUserData())));
    without.setText(
        choices.without().isEmpty()
            ? text("whatif.without.none")
            : String.join(", ", choices.without().stream().map(this::label).toList()));
  }

  private List<String> checked() {
    return without.getItems().stream()
        .filter(item -> ((CheckMenuItem) item).isSelected())
        .map(item -> (String) item.getUserData())
        .toList();
  }

  private String label(String list) {
    return model
        .lexicon()
        .map(lexicon -> lexicon.labels().get(list))
        .filter(Objects::nonNull)
        .map((Labels labels) -> labels.in(bench.look().locale()))
        .orElse(list);
  }

  /// Switches off what the manifest has no column for.
  private void allow(Optional<Manifest> manifest) {
    List<String> ids =
        Stream.concat(Stream.of("none"), model.presets().stream().map(FilterPreset::id)).toList();
    if (!presets.getItems().equals(ids)) {
      showing = true;
      presets.getItems().setAll(ids);
      presets.setValue(model.choicesProperty().get().preset().orElse("none"));
      showing = false;
    }
    sliders.forEach(slider -> slider.allow(has(manifest, slider.limit().roles())));
    languages.setDisable(!has(manifest, List.of(ColumnRole.LANGUAGE)));
    domains.setDisable(!has(manifest, List.of(ColumnRole.URL)));
    show(model.choicesProperty().get());
  }

  private static boolean has(Optional<Manifest> manifest, List<ColumnRole> roles) {
    return manifest.isPresent()
        && roles.stream().allMatch(role -> manifest.get().column(role).isPresent());
  }

  private void showNotes() {
    String chosen = presets.getValue();
    String notes =
        model.presets().stream()
            .filter(preset -> preset.id().equals(chosen))
            .flatMap(preset -> preset.notes().stream())
            .map(this::noteText)
            .reduce((a, b) -> a + "\n" + b)
            .orElse("");
    presetNotes.setText(notes);
    presetNotes.setManaged(!notes.isEmpty());
    presetNotes.setVisible(!notes.isEmpty());
  }

  private String noteText(FilterPreset.Note note) {
    String key = "whatif.note." + note.id();
    return bench.look().messages().has(key) ? text(key) : note.sentence();
  }

  private void showExpression() {
    showLists(model.choicesProperty().get());
    model
        .result()
        .ifPresent(result -> expression.setText(result.settings().selection().filter().text()));
    if (model.stateProperty().get() instanceof WhatIfState.Failed(String sentence)) {
      expression.setText(sentence);
    }
  }

  private StringConverter<String> converter(String prefix) {
    return new StringConverter<>() {
      @Override
      public String toString(String id) {
        return id == null ? "" : text(prefix + id);
      }

      @Override
      public String fromString(String shown) {
        throw new UnsupportedOperationException("this combo box is not edited");
      }
    };
  }

  private static Optional<String> none(String value) {
    return Optional.ofNullable(value).filter(id -> !id.equals("none"));
  }

  private static Optional<DuplicateKey> key(String value) {
    return none(value).map(id -> DuplicateKey.valueOf(id.toUpperCase(java.util.Locale.ROOT)));
  }

  private static void commit(TextField field, java.util.function.Consumer<String> take) {
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

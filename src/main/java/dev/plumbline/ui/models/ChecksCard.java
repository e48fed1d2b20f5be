package dev.plumbline.ui.models;

import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.FileDialogs.Kind;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What was checked of the model looked at, and the means to check it: run it, compare it with
/// vectors of one's own, use it in another precision.
final class ChecksCard {
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private final Workbench bench;
  private final ModelsViewModel model;
  private final Card card;
  private final ChecksView view;
  private final NumberStyle numbers;
  private final StackPane list = new StackPane();
  private final ComboBox<String> variant = new ComboBox<>();
  private final Button check;
  private final Button compare;
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel;
  private final Subscription listening;
  private Optional<ModelRow> shown = Optional.empty();
  private SequencedMap<String, Long> sizes = new LinkedHashMap<>();
  private boolean quiet;

  ChecksCard(Workbench bench, ModelsViewModel model) {
    this.bench = bench;
    this.model = model;
    this.view = new ChecksView(bench.look());
    this.numbers = new NumberStyle(bench.look().locale());
    check = button("check", () -> act(row -> model.check(row.folder())));
    check.setGraphic(new FontIcon(MaterialDesignP.PLAY_OUTLINE));
    compare = button("compare", this::compare);
    cancel = button("cancel-check", model::cancelCheck);
    bar.setId("checks-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text("models.checking"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    card = new Card(text("models.checks")).choices(variant(), check, compare, bar, cancel);
    card.content(list);
    listening =
        Subscription.combine(
            model.preflights().openProperty().subscribe(_ -> showWork()),
            model.preflights().runningProperty().subscribe(_ -> showWork()),
            model.preflights().shareProperty().subscribe(_ -> showWork()));
  }

  Card card() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  /// Shows a row, or nothing.
  void show(Optional<ModelRow> row) {
    shown = row;
    showWork();
    if (row.isEmpty()) {
      list.getChildren().clear();
      card.title().setText(text("models.checks"));
      card.subtitle().setText("");
      return;
    }
    card.title().setText(text("models.checks.of", row.get().name()));
    card.subtitle().setText(state(row.get()));
    list.getChildren().setAll(view.of(row.get()));
    showVariants(row.get().bundle());
  }

  private String state(ModelRow row) {
    List<String> parts = new ArrayList<>();
    parts.add(
        row.ran()
            ? row.checkedOn()
                .map(device -> text("models.checks.ran", device))
                .orElse(text("models.checks.not-run"))
            : text("models.checks.read"));
    model
        .preflights()
        .reference(row.folder())
        .ifPresent(file -> parts.add(text("models.checks.against", file.getFileName())));
    parts.add(row.folder().toString());
    return String.join(" · ", parts);
  }

  private void showVariants(Optional<ModelBundle> bundle) {
    quiet = true;
    sizes = bundle.map(ModelBundle::variantBytes).orElseGet(LinkedHashMap::new);
    variant.getItems().setAll(sizes.keySet());
    bundle.ifPresent(known -> variant.setValue(known.variant()));
    quiet = false;
    showWork();
  }

  /// Shows either the means to check or how far checking has come.
  private void showWork() {
    Optional<Path> folder = shown.map(ModelRow::folder);
    boolean working = folder.filter(model.preflights().openProperty().get()::contains).isPresent();
    boolean mine = working && folder.equals(model.preflights().runningProperty().get());
    visible(bar, working);
    visible(cancel, working);
    visible(check, folder.isPresent() && !working);
    visible(compare, folder.isPresent() && !working);
    visible(variant, variant.getItems().size() > 1 && !working);
    bar.setProgress(
        mine ? model.preflights().shareProperty().get() : ProgressBar.INDETERMINATE_PROGRESS);
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private ComboBox<String> variant() {
    variant.setId("checks-variant");
    variant.getStyleClass().add("small");
    variant.setTooltip(new Tooltip(text("models.variant.tip")));
    variant.setAccessibleText(text("models.variant"));
    variant.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String name) {
            return name == null ? "" : label(name);
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("precisions are not typed");
          }
        });
    variant.setOnAction(
        _ -> {
          String wanted = variant.getValue();
          if (!quiet && wanted != null) {
            act(row -> model.use(row.folder(), wanted));
          }
        });
    return variant;
  }

  private String label(String name) {
    double megabytes = Math.max(0.1, sizes.getOrDefault(name, 0L) / BYTES_PER_MEGABYTE);
    return text("models.variant.of", name, numbers.decimal(megabytes, megabytes < 10 ? 1 : 0));
  }

  private void compare() {
    Guarded.run(
        bench,
        () ->
            act(
                row ->
                    bench.dialogs().open(Kind.REFERENCE).stream()
                        .findFirst()
                        .ifPresent(file -> model.compare(row.folder(), file))));
  }

  private void act(Consumer<ModelRow> action) {
    shown.ifPresent(action);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(text("models." + key));
    button.setId("checks-" + key);
    button.getStyleClass().add("small");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(text("models." + key + ".tip")));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

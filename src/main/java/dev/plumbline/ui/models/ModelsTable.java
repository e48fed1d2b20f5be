package dev.plumbline.ui.models;

import dev.plumbline.embedding.Check;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Dot;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.UsedDevice;
import dev.plumbline.ui.part.Workbench;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One line a model: what it is, what was checked, where it runs.
final class ModelsTable {
  private final Workbench bench;
  private final ModelsViewModel model;

  ModelsTable(Workbench bench, ModelsViewModel model) {
    this.bench = bench;
    this.model = model;
  }

  /// The table without rows.
  ///
  /// @param empty shown while there is none
  RowTable<ModelRow> of(EmptyState empty) {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    RowTable<ModelRow> models =
        new RowTable<ModelRow>("models", text("models.title"))
            .text(text("models.model"), 150, ModelRow::name)
            .text(text("models.architecture"), 90, ModelRow::architecture)
            .text(
                text("models.trained-on"),
                110,
                row -> row.trainedOn().orElse(text("models.unknown")),
                row -> Dot.of(bench, row.trainedOn()))
            .number(
                text("models.parameters"),
                96,
                ModelRow::parameters,
                value -> numbers.decimal(value, 0))
            .text(text("models.checked"), 110, this::checked, this::sign)
            .text(text("models.layout"), 96, this::layout)
            .text(text("models.used"), 130, this::used, this::share);
    models.placeholder(empty);
    models.onChosen(
        row -> {
          model.chosenProperty().set(row.folder());
          model.highlight(row);
        });
    return models;
  }

  private String layout(ModelRow row) {
    return row.bundle()
        .map(
            bundle ->
                text("layout." + bundle.layout().name())
                    + (bundle.variants().size() > 1 ? ", " + bundle.variant() : ""))
        .orElse("");
  }

  private String used(ModelRow row) {
    return model
        .embedding(row)
        .map(part -> text("models.embedding." + part.what(), part.done(), part.total()))
        .orElseGet(() -> UsedDevice.name(row.device(), bench.look()));
  }

  private Node share(ModelRow row) {
    return model.embedding(row).map(part -> bar(part.share())).orElse(null);
  }

  private static Node bar(double share) {
    ProgressBar bar = new ProgressBar(share);
    bar.setPrefWidth(36);
    return bar;
  }

  private String checked(ModelRow row) {
    if (checking(row)) {
      return text("models.checking");
    }
    return switch (row.state()) {
      case BundleState.Looking _ -> text("models.looking");
      case BundleState.Failed _ -> text("models.no-bundle");
      case BundleState.Opened _ -> {
        long failed = row.count(Check.Status.FAIL);
        long warned = row.count(Check.Status.WARN);
        yield failed > 0
            ? text("models.failed", failed)
            : warned > 0
                ? text("models.warned", warned)
                : text(
                    ((BundleState.Opened) row.state()).ran()
                        ? "models.passed"
                        : "models.read-only");
      }
    };
  }

  private Node sign(ModelRow row) {
    boolean sound = row.count(Check.Status.FAIL) == 0 && row.count(Check.Status.WARN) == 0;
    Check.Status status =
        row.state() instanceof BundleState.Failed || row.count(Check.Status.FAIL) > 0
            ? Check.Status.FAIL
            : sound ? Check.Status.PASS : Check.Status.WARN;
    boolean untold = row.state() instanceof BundleState.Opened && sound && !row.ran();
    FontIcon icon = new FontIcon(untold ? MaterialDesignC.CIRCLE_OUTLINE : ChecksView.icon(status));
    icon.getStyleClass().add(untold ? "check-open" : "check-" + status.label());
    icon.setVisible(!(row.state() instanceof BundleState.Looking || checking(row)));
    return icon;
  }

  private boolean checking(ModelRow row) {
    return model.preflights().openProperty().get().contains(row.folder());
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

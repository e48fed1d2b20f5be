package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.ui.part.EditorBar;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.FindingsCard;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The battery of a study, chosen among those that come along and the user's files, and edited:
/// tests and orders, words and templates, what needs care, which stimuli are there.
public final class BatteryPane extends VBox {
  private final Workbench bench;
  private final BatteryViewModel model;
  private final Runnable back;
  private final EditorBar bar;
  private final Button use;
  private final TestsCard tests;
  private final SetCard set;
  private final FindingsCard<BatteryFinding> findings;
  private final NeedsCard needs;
  private final ListChangeListener<Object> listener = _ -> showState();

  /// @param back leads back to the results
  public BatteryPane(Workbench bench, BatteryViewModel model, Runnable back) {
    this.bench = bench;
    this.model = model;
    this.back = back;
    setId("battery-pane");
    bar = new EditorBar(bench, "battery", model, FileDialogs.Kind.BATTERY);
    use = bar.button("use", this::useNow);
    use.getStyleClass().add("accent");
    bar.with(List.of(), List.of(bar.button("save", this::saveFile), use, bar.button("back", back)));
    tests = new TestsCard(model);
    set = new SetCard(model);
    findings =
        new FindingsCard<>(bench.look(), "battery", model.findings(), new BatteryFindings(model));
    needs = new NeedsCard(model, bar.button("folder", this::askFolder));
    GridPane grid =
        Quarters.columns(
            "battery-grid",
            new double[] {34, 33, 33},
            Quarters.rows(new double[] {100}, tests.node()),
            Quarters.rows(new double[] {100}, set.node()),
            Quarters.rows(new double[] {42, 58}, findings.node(), needs.node()));
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(bar, grid);
    bar.listen(this, back);
    model.findings().addListener(listener);
    showState();
  }

  /// Takes the keyboard.
  public void focus() {
    bar.focus();
  }

  /// Stops following the model.
  public void dispose() {
    model.findings().removeListener(listener);
    bar.dispose();
    tests.dispose();
    set.dispose();
    findings.dispose();
    needs.dispose();
  }

  private void showState() {
    use.setDisable(model.hasError());
  }

  private void useNow() {
    if (model.use()) {
      back.run();
    }
  }

  private void saveFile() {
    bench.dialogs().save(FileDialogs.Kind.BATTERY, model.id()).ifPresent(model::save);
  }

  private void askFolder() {
    bench.dialogs().folder(bench.look().text("bias.image-folder")).ifPresent(model::lookIn);
  }
}

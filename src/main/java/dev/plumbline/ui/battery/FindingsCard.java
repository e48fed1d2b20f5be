package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.WrappingCell;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is wrong with a battery, and what only weakens it; choosing a line leads to its set or
/// test.
final class FindingsCard {
  private final BatteryViewModel model;
  private final ListView<BatteryFinding> list = new ListView<>();
  private final Card card;
  private final ListChangeListener<BatteryFinding> listener = _ -> show();

  FindingsCard(BatteryViewModel model) {
    this.model = model;
    list.setId("battery-findings");
    list.setAccessibleText(text("battery.findings"));
    list.setItems(model.findings());
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().addAll("dense", "plain-list");
    Label none = new Label(text("battery.findings.none"));
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "note");
    list.setPlaceholder(none);
    list.getSelectionModel().selectedItemProperty().subscribe(this::lead);
    card = new Card(text("battery.findings")).content(list);
    model.findings().addListener(listener);
    show();
  }

  Card node() {
    return card;
  }

  void dispose() {
    model.findings().removeListener(listener);
    list.setItems(null);
  }

  private void show() {
    long errors = model.findings().stream().filter(BatteryFinding::isError).count();
    card.subtitle()
        .setText(text("battery.findings.subtitle", errors, model.findings().size() - errors));
  }

  private void lead(BatteryFinding finding) {
    if (finding == null) {
      return;
    }
    for (String set : model.draftProperty().get().sets().keySet()) {
      if (finding.path().equals("$.sets." + set)
          || finding.path().startsWith("$.sets." + set + ".")) {
        model.setProperty().set(set);
      }
    }
    var tests = model.draftProperty().get().tests();
    for (int i = 0; i < tests.size(); i++) {
      if (finding.path().startsWith("$.tests[" + i + "]")) {
        model.testProperty().set(tests.get(i).id());
      }
    }
  }

  private String words(BatteryFinding finding) {
    return text("finding." + finding.kind().name(), finding.arguments().toArray());
  }

  private String text(String key, Object... arguments) {
    return model.look().text(key, arguments);
  }

  private final class Cell extends WrappingCell<BatteryFinding> {
    @Override
    protected void fill(BatteryFinding finding, VBox lines) {
      Label path = new Label(finding.path());
      path.getStyleClass().add("note");
      lines.getChildren().addAll(path, note(words(finding)));
    }

    @Override
    protected Ikon icon(BatteryFinding finding) {
      return finding.isError()
          ? MaterialDesignC.CLOSE_CIRCLE_OUTLINE
          : MaterialDesignA.ALERT_OUTLINE;
    }

    @Override
    protected String iconStyle(BatteryFinding finding) {
      return finding.isError() ? "check-fail" : "check-warn";
    }
  }
}

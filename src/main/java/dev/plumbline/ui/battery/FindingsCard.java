package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.ui.part.Card;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is wrong with a battery, and what only weakens it; choosing a line leads to its set or test.
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

  private String text(String key, Object... arguments) {
    return model.look().text(key, arguments);
  }

  private static final class Cell extends ListCell<BatteryFinding> {
    @Override
    protected void updateItem(BatteryFinding finding, boolean empty) {
      super.updateItem(finding, empty);
      if (empty || finding == null) {
        setGraphic(null);
        return;
      }
      FontIcon icon =
          new FontIcon(
              finding.isError()
                  ? MaterialDesignC.CLOSE_CIRCLE_OUTLINE
                  : MaterialDesignA.ALERT_OUTLINE);
      icon.getStyleClass().add(finding.isError() ? "check-fail" : "check-warn");
      Label path = new Label(finding.path());
      path.getStyleClass().add("note");
      Label sentence = new Label(finding.sentence());
      sentence.setWrapText(true);
      sentence.getStyleClass().addAll("muted", "note");
      VBox lines = new VBox(path, sentence);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      HBox row = new HBox(8, icon, lines);
      row.prefWidthProperty().bind(getListView().widthProperty().subtract(36));
      setGraphic(row);
    }
  }
}

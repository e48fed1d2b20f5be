package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.StimulusNeed;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.WrappingCell;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What a battery does not bring along: what of it is there, what is missing, where to get it.
final class NeedsCard {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final BatteryViewModel model;
  private final ListView<StimulusNeed> list = new ListView<>();
  private final Card card;
  private final Subscription listening;

  /// @param folder button that asks for a folder
  NeedsCard(BatteryViewModel model, Button folder) {
    this.model = model;
    list.setId("battery-needs");
    list.setAccessibleText(text("battery.needs"));
    list.setItems(model.stimuli().needs());
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().addAll("dense", "plain-list");
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOn);
    Label none = new Label(text("battery.needs.none"));
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "note");
    list.setPlaceholder(none);
    card = new Card(text("battery.needs")).actions(folder).content(list);
    listening =
        model
            .stimuli()
            .folderProperty()
            .subscribe(
                now ->
                    card.subtitle()
                        .setText(
                            now.map(path -> text("battery.needs.folder", path))
                                .orElseGet(() -> text("battery.needs.no-folder"))));
  }

  Card node() {
    return card;
  }

  void dispose() {
    list.setItems(null);
    listening.unsubscribe();
  }

  /// Copies the official page of the selected line.
  private void copyOn(KeyEvent event) {
    StimulusNeed need = list.getSelectionModel().getSelectedItem();
    if (COPY.match(event) && need != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(need.provider().map(it -> it.page()).orElse(need.name()));
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }

  private String text(String key, Object... arguments) {
    return model.look().text(key, arguments);
  }

  private final class Cell extends WrappingCell<StimulusNeed> {
    @Override
    protected void fill(StimulusNeed need, VBox lines) {
      boolean there = need.problem().isEmpty();
      Label name = new Label(need.name());
      name.getStyleClass().add("line-title");
      name.setMinWidth(0);
      Label state =
          note(
              there
                  ? text("battery.needs.count", need.count(), need.cells())
                  : text("battery.needs.missing", need.cells()));
      state.setMinWidth(USE_PREF_SIZE);
      lines.getChildren().add(new HBox(8, name, state));
      need.notes()
          .forEach(note -> lines.getChildren().add(note(model.look().messages().sentence(note))));
      if (!there) {
        need.provider()
            .ifPresent(it -> lines.getChildren().add(note(text("battery.needs.page", it.page()))));
      }
      setTooltip(new Tooltip(need.problem().or(() -> need.found().map(Path::toString)).orElse("")));
    }

    @Override
    protected Ikon icon(StimulusNeed need) {
      if (need.problem().isPresent()) {
        return MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
      }
      return need.notes().isEmpty()
          ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
          : MaterialDesignA.ALERT_OUTLINE;
    }

    @Override
    protected String iconStyle(StimulusNeed need) {
      if (need.problem().isPresent()) {
        return "check-fail";
      }
      return need.notes().isEmpty() ? "check-pass" : "check-warn";
    }
  }
}

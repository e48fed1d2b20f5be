package dev.plumbline.ui.part;

import dev.plumbline.association.MeasureNotes;
import dev.plumbline.report.Messages;
import dev.plumbline.ui.session.Look;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// A panel at the right that tells of each measure its formula, meaning, limits and source.
public final class MeasureHelp extends VBox {
  private static final double WIDTH = 420;

  private final Look look;
  private final VBox notes = new VBox();
  private final ScrollPane scroll = new ScrollPane(notes);

  /// A closed panel.
  public MeasureHelp(Look look) {
    this.look = look;
    setId("measure-help");
    getStyleClass().addAll("card-surface", "help-panel");
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    StackPane.setAlignment(this, Pos.CENTER_RIGHT);
    Button close = new Button();
    close.setId("measure-help-close");
    close.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().addAll("flat", "button-icon");
    close.setAccessibleText(look.text("help.close"));
    close.setTooltip(new Tooltip(look.text("help.close")));
    close.setOnAction(_ -> close());
    Card head = new Card(look.text("help.title")).actions(close);
    head.getStyleClass().setAll("help-head");
    head.subtitle().setText(look.text("help.subtitle"));
    Messages words = Messages.load(MeasureNotes.BUNDLE, look.locale());
    notes.getStyleClass().add("help-notes");
    MeasureNotes.ids().forEach(id -> notes.getChildren().add(note(id, words)));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    close();
  }

  private VBox note(String id, Messages words) {
    VBox note = new VBox(2);
    note.setId("measure-" + id);
    for (MeasureNotes.Part part : MeasureNotes.Part.values()) {
      String text = words.text(MeasureNotes.key(id, part));
      Label label =
          new Label(
              switch (part) {
                case NAME, FORMULA, UNITS -> text;
                case LIMITS -> look.text("help.limits", text);
                case SOURCE -> look.text("help.source", text);
              });
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.getStyleClass().addAll("note", "help-" + part.key());
      note.getChildren().add(label);
    }
    return note;
  }

  /// A button that opens the panel at one measure.
  public Button button(String id, String measure) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(look.text("help.open"));
    button.setTooltip(new Tooltip(look.text("help.open")));
    button.setOnAction(_ -> open(measure));
    return button;
  }

  /// Opens the panel, or closes it if it is open.
  public void toggle() {
    if (isVisible()) {
      close();
    } else {
      open(MeasureNotes.ids().getFirst());
    }
  }

  /// Opens the panel at one measure.
  public void open(String measure) {
    setVisible(true);
    applyCss();
    getParent().layout();
    layout();
    double room = notes.getHeight() - scroll.getViewportBounds().getHeight();
    double top =
        notes.getChildren().stream()
            .filter(note -> note.getId().equals("measure-" + measure))
            .mapToDouble(note -> note.getBoundsInParent().getMinY())
            .findFirst()
            .orElse(0);
    scroll.setVvalue(room > 0 ? Math.clamp(top / room, 0, 1) : 0);
    scroll.requestFocus();
  }

  /// Closes the panel.
  public void close() {
    setVisible(false);
  }
}

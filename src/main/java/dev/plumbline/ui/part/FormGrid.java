package dev.plumbline.ui.part;

import dev.plumbline.ui.session.Look;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A form of labelled fields, two in a row, whose fields share the width.
public abstract class FormGrid extends GridPane {
  private final Look look;
  private final String editor;

  /// A form without fields.
  ///
  /// @param editor its nodes are `EDITOR-KEY`, their words `EDITOR.KEY`
  @SuppressWarnings("this-escape") // only methods of the grid itself are called
  protected FormGrid(Look look, String editor) {
    this.look = look;
    this.editor = editor;
    getStyleClass().add("form-grid");
    for (int i = 0; i < 4; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(i % 2 == 0 ? Priority.NEVER : Priority.ALWAYS);
      column.setMinWidth(i % 2 == 0 ? Region.USE_PREF_SIZE : 0);
      getColumnConstraints().add(column);
    }
  }

  /// Adds a row of two fields.
  protected final void row(int row, String left, Node one, String right, Node other) {
    add(label(left, one), 0, row);
    add(one, 1, row);
    add(label(right, other), 2, row);
    add(other, 3, row);
  }

  /// The name of a field.
  protected final Label label(String key, Node field) {
    Label label = new Label(look.text(editor + "." + key));
    label.setLabelFor(field);
    label.getStyleClass().addAll("muted", "note");
    return label;
  }

  /// A field that is as narrow as need be.
  protected static TextField field(String id) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("small");
    field.setPrefColumnCount(8);
    field.setMinWidth(0);
    field.setMinHeight(USE_PREF_SIZE);
    return field;
  }

  /// Sets a field's text only if it says something else, so that the caret stays where it is.
  ///
  /// @return whether it was set
  protected static boolean fill(TextField field, String text) {
    boolean other = !field.getText().strip().equals(text);
    if (other) {
      field.setText(text);
    }
    return other;
  }
}

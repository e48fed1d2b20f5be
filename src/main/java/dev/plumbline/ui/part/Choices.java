package dev.plumbline.ui.part;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// Combo boxes that choose one of many.
public final class Choices {
  private Choices() {}

  /// A combo box bound to `chosen`; it reads items by `label`.
  ///
  /// @param id id of the node
  /// @param name what is chosen, for tooltip and screen readers
  public static <T> ComboBox<T> of(
      String id,
      String name,
      ObservableList<T> items,
      Property<T> chosen,
      Function<T, String> label) {
    ComboBox<T> box = new ComboBox<>();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : label.apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("this combo box is not edited");
          }
        });
    box.setId(id);
    box.setItems(items);
    box.valueProperty().bindBidirectional(chosen);
    box.setTooltip(new Tooltip(name));
    box.setAccessibleText(name);
    box.getStyleClass().add("small");
    box.setMinWidth(90);
    box.setMaxWidth(260);
    HBox.setHgrow(box, Priority.SOMETIMES);
    return box;
  }
}

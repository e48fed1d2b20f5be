package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FilterPreset;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// Chooses a preset and says what of it departs from the original.
final class PresetChoice {
  private static final String NONE = "none";

  private final Look look;
  private final ComboBox<String> box = new ComboBox<>();
  private final Label notes;
  private List<FilterPreset> presets = List.of();
  private boolean showing;

  /// @param notes where the departures are said
  /// @param chosen hears of the preset that is chosen
  PresetChoice(Look look, Label notes, Consumer<Optional<String>> chosen) {
    this.look = look;
    this.notes = notes;
    box.setId("whatif-preset");
    box.setConverter(converter());
    box.setButtonCell(new Chosen());
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add("small");
    box.setOnAction(
        _ -> {
          if (!showing) {
            chosen.accept(Optional.ofNullable(box.getValue()).filter(id -> !id.equals(NONE)));
          }
        });
  }

  ComboBox<String> node() {
    return box;
  }

  /// Offers the presets of a manifest.
  void offer(List<FilterPreset> offered) {
    presets = offered;
    List<String> ids =
        Stream.concat(Stream.of(NONE), offered.stream().map(FilterPreset::id)).toList();
    if (!box.getItems().equals(ids)) {
      String before = box.getValue();
      showing = true;
      box.getItems().setAll(ids);
      box.setValue(before);
      showing = false;
    }
  }

  /// Shows which is chosen.
  void show(Optional<String> preset) {
    showing = true;
    box.setValue(preset.orElse(NONE));
    showing = false;
    String text =
        presets.stream()
            .filter(each -> Optional.of(each.id()).equals(preset))
            .flatMap(each -> each.notes().stream())
            .map(this::sentence)
            .collect(Collectors.joining("\n"));
    notes.setText(text);
    notes.setManaged(!text.isEmpty());
    notes.setVisible(!text.isEmpty());
  }

  private String sentence(FilterPreset.Note note) {
    String key = "whatif.note." + note.id();
    return look.messages().has(key) ? look.text(key) : note.sentence();
  }

  /// The preset chosen, by its name alone: what it asks for stands in the list and in a tip.
  private final class Chosen extends ListCell<String> {
    @Override
    protected void updateItem(String id, boolean empty) {
      super.updateItem(id, empty);
      String whole = empty || id == null ? "" : look.text("whatif.preset." + id);
      setText(whole.split(": ", 2)[0]);
      box.setTooltip(whole.contains(": ") ? new Tooltip(whole) : null);
    }
  }

  private StringConverter<String> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(String id) {
        return id == null ? "" : look.text("whatif.preset." + id);
      }

      @Override
      public String fromString(String shown) {
        throw new UnsupportedOperationException("this combo box is not edited");
      }
    };
  }
}

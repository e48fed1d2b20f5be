package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusNeed;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.StimulusSupply;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Looks in the background for what a battery does not bring along, and for what its rules take.
final class StimulusSearch {
  private final ObservableValue<Battery> battery;
  private final Consumer<Exception> failed;
  private final ObjectProperty<Optional<Path>> folder;
  private final ObservableList<StimulusNeed> needs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Map<String, PickedStimuli>> picked =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Latest<Found> looking;

  /// What was found.
  private record Found(List<StimulusNeed> needs, Map<String, PickedStimuli> picked) {
    private static Found of(Battery battery, Optional<Path> root) {
      StimulusSupply supply = StimulusSupply.of(battery, root);
      Map<String, PickedStimuli> picked = new HashMap<>();
      for (StimulusSet set : battery.sets().values()) {
        if (set.textRule().isPresent() || set.imageRule().isPresent()) {
          picked.put(set.name(), PickedStimuli.of(supply, set));
        }
      }
      return new Found(supply.needs(), Map.copyOf(picked));
    }
  }

  /// @param folder the user's stimulus folder
  /// @param failed hears of what should not have happened
  StimulusSearch(
      ObservableValue<Battery> battery,
      Optional<Path> folder,
      Workers workers,
      Consumer<Exception> failed) {
    this.battery = battery;
    this.failed = failed;
    this.folder = new SimpleObjectProperty<>(folder);
    looking = new Latest<>(workers.quick(), workers.screen());
    this.folder.addListener((_, _, _) -> look());
  }

  /// Looks again.
  void look() {
    Battery now = battery.getValue();
    Optional<Path> root = folder.get();
    looking.request(() -> Found.of(now, root), this::show, failed);
  }

  private void show(Found found) {
    needs.setAll(found.needs());
    picked.set(found.picked());
  }

  /// The user's stimulus folder.
  ObjectProperty<Optional<Path>> folderProperty() {
    return folder;
  }

  /// What the battery does not bring along, with what was found.
  ObservableList<StimulusNeed> needs() {
    return needs;
  }

  /// What the rules of each set have taken, by name of the set.
  ReadOnlyObjectProperty<Map<String, PickedStimuli>> pickedProperty() {
    return picked.getReadOnlyProperty();
  }
}

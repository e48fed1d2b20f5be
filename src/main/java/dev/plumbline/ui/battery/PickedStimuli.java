package dev.plumbline.ui.battery;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.StimulusSupply;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the rules of one set have taken from the user's norms.
///
/// @param words words by its rule for words
/// @param images names of the image files by its rule for images
record PickedStimuli(Picked words, Picked images) {
  /// What one rule has taken.
  ///
  /// @param names words, or names of files, by falling rating; empty without a rule
  /// @param reason why the rule could not take any
  record Picked(List<String> names, Optional<String> reason) {
    Picked {
      names = List.copyOf(names);
    }

    private static Picked of(boolean asked, Supplier<List<String>> names) {
      try {
        return new Picked(asked ? names.get() : List.of(), Optional.empty());
      } catch (PlumblineException e) {
        return new Picked(List.of(), Optional.of(e.getMessage()));
      }
    }
  }

  /// Nothing yet.
  static PickedStimuli none() {
    Picked nothing = new Picked(List.of(), Optional.empty());
    return new PickedStimuli(nothing, nothing);
  }

  /// Lets the rules of a set take theirs. Touches the disk.
  static PickedStimuli of(StimulusSupply supply, StimulusSet set) {
    return new PickedStimuli(
        Picked.of(set.textRule().isPresent(), () -> supply.words(set.name())),
        Picked.of(
            set.imageRule().isPresent(),
            () ->
                supply.images(set.name()).stream()
                    .map(file -> file.getFileName().toString())
                    .toList()));
  }
}

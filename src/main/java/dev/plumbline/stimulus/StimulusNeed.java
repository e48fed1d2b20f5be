package dev.plumbline.stimulus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Something that a battery does not bring along, and whether the user has it.
///
/// @param name what it is: the title of norms, or the folder of an image set
/// @param provider where to get it, empty if nobody publishes it
/// @param cells tests and orders that need it
/// @param found where it was found
/// @param count entries or images found
/// @param problem why it cannot be used, empty if it can
/// @param notes what a reader should know
public record StimulusNeed(
    String name,
    Optional<Provider> provider,
    int cells,
    Optional<Path> found,
    int count,
    Optional<String> problem,
    List<String> notes) {
  public StimulusNeed {
    notes = List.copyOf(notes);
  }
}

package dev.plumbline.stimulus;

import java.nio.file.Path;
import java.util.List;

/// Images that are labelled in one or more respects, and the words to search them by.
///
/// @param images image files, in the order of the table
/// @param names what the table calls them
/// @param attributes their labels
/// @param queries texts to search by
/// @param notes what was left out
public record LabelledFolder(
    List<Path> images,
    List<String> names,
    List<ImageAttribute> attributes,
    List<String> queries,
    List<String> notes) {
  public LabelledFolder {
    images = List.copyOf(images);
    names = List.copyOf(names);
    attributes = List.copyOf(attributes);
    queries = List.copyOf(queries);
    notes = List.copyOf(notes);
  }
}

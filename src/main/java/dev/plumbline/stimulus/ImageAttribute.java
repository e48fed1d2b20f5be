package dev.plumbline.stimulus;

import java.util.List;

/// What people say of images in one respect, such as the gender or the occupation seen in them.
///
/// @param name name of the attribute
/// @param labels label of each image, an empty text for none
public record ImageAttribute(String name, List<String> labels) {
  public ImageAttribute {
    labels = List.copyOf(labels);
  }

  /// The labels that occur, each once, in the order of their UTF-16 code units.
  public List<String> values() {
    return labels.stream().filter(label -> !label.isEmpty()).distinct().sorted().toList();
  }

  /// The labels of some of the images.
  ///
  /// @param places places of those images
  public ImageAttribute of(List<Integer> places) {
    return new ImageAttribute(name, places.stream().map(labels::get).toList());
  }
}

package dev.plumbline.ui.bias;

import dev.plumbline.association.StimulusDetail;
import dev.plumbline.study.TestDetail;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// Stimuli to look at: small pictures, loaded in the background and kept, or words.
final class Thumbnails {
  private final Map<Path, Image> images = new HashMap<>();
  private final double size;

  /// @param size width and height of a picture
  Thumbnails(double size) {
    this.size = size;
  }

  /// The picture of a stimulus, or nothing but room for texts.
  Node picture(TestDetail test, StimulusDetail stimulus) {
    return test.image(stimulus).<Node>map(this::view).orElseGet(StackPane::new);
  }

  /// The picture, else the words.
  Node chip(TestDetail test, StimulusDetail stimulus, String tooltip) {
    Node node =
        test.image(stimulus)
            .<Node>map(this::view)
            .orElseGet(
                () -> {
                  Label words = new Label(stimulus.name());
                  words.getStyleClass().addAll("note", "stimulus-chip");
                  return words;
                });
    Tooltip.install(node, new Tooltip(tooltip));
    return node;
  }

  private ImageView view(Path file) {
    ImageView view =
        new ImageView(
            images.computeIfAbsent(
                file, it -> new Image(it.toUri().toString(), size, size, true, true, true)));
    view.setFitWidth(size);
    view.setFitHeight(size);
    view.setPreserveRatio(true);
    return view;
  }
}

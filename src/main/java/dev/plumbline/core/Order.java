package dev.plumbline.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which modality a test's targets and attributes are shown in.
///
/// The labels are those of the published result tables (arXiv 2502.07957).
public enum Order {
  /// Image targets, image attributes.
  ALL_IMAGE("all image", true, true),
  /// Text targets, text attributes.
  ALL_TEXT("all text", false, false),
  /// Image targets, text attributes.
  IMAGE_AS_TARGET("image as target", true, false),
  /// Text targets, image attributes.
  TEXT_AS_TARGET("text as target", false, true);

  private final String label;
  private final boolean imageTargets;
  private final boolean imageAttributes;

  Order(String label, boolean imageTargets, boolean imageAttributes) {
    this.label = label;
    this.imageTargets = imageTargets;
    this.imageAttributes = imageAttributes;
  }

  /// The name used in files: `all image`, `all text`, `image as target`, `text as target`.
  public String label() {
    return label;
  }

  /// Whether the targets X and Y are images.
  public boolean imageTargets() {
    return imageTargets;
  }

  /// Whether the attributes A and B are images.
  public boolean imageAttributes() {
    return imageAttributes;
  }

  /// Reads a label, ignoring case and taking `-` or `_` for a space.
  ///
  /// @throws PlumblineException if it is none of the four
  public static Order parse(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    for (Order order : values()) {
      if (order.label.equals(wanted)) {
        return order;
      }
    }
    String known = Arrays.stream(values()).map(Order::label).collect(Collectors.joining(", "));
    throw new PlumblineException(
        "\"" + text + "\" is not an order of a test; use one of: " + known + ".");
  }
}

package dev.plumbline.ui.bias;

import dev.plumbline.core.Order;
import java.util.Optional;

/// All orders or one of them.
public enum OrderChoice {
  ALL(Optional.empty()),
  ALL_IMAGE(Optional.of(Order.ALL_IMAGE)),
  ALL_TEXT(Optional.of(Order.ALL_TEXT)),
  IMAGE_AS_TARGET(Optional.of(Order.IMAGE_AS_TARGET)),
  TEXT_AS_TARGET(Optional.of(Order.TEXT_AS_TARGET));

  private final Optional<Order> only;

  OrderChoice(Optional<Order> only) {
    this.only = only;
  }

  /// Whether rows of that order are shown.
  boolean shows(Order order) {
    return only.isEmpty() || only.get() == order;
  }
}

package dev.plumbline.ui.part;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;

/// One choice of a few, side by side; exactly one is always chosen.
///
/// @param <T> what is chosen
public final class Segments<T> extends FlowPane {
  private static final double ONE_LINE = 4_000;
  private final Property<T> chosen;
  private final Function<T, String> label;
  private final ToggleGroup group = new ToggleGroup();
  private Subscription listening = Subscription.EMPTY;
  private boolean wrapping;

  /// Segments bound both ways to `chosen`.
  public Segments(String id, Property<T> chosen, Function<T, String> label) {
    this.chosen = chosen;
    this.label = label;
    setId(id);
    getStyleClass().add("segments");
    setPrefWrapLength(ONE_LINE);
    setVgap(2);
    group
        .selectedToggleProperty()
        .addListener(
            (_, old, now) -> {
              if (now == null && old != null) {
                group.selectToggle(old);
              } else if (now != null) {
                pick(now.getUserData());
              }
            });
  }

  /// Lets choices that do not fit stand in further lines.
  public Segments<T> wrapping() {
    wrapping = true;
    return this;
  }

  @Override
  protected double computePrefWidth(double height) {
    double choices =
        getManagedChildren().stream().mapToDouble(it -> snapSizeX(it.prefWidth(-1))).sum();
    return snappedLeftInset() + choices + snappedRightInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    return wrapping ? super.computeMinWidth(height) : computePrefWidth(height);
  }

  /// Starts to follow the property; [#dispose()] ends it.
  public Segments<T> listen() {
    listening = chosen.subscribe(this::show);
    return this;
  }

  /// Stops following the property.
  public void dispose() {
    listening.unsubscribe();
  }

  /// Offers these choices.
  public void setChoices(List<T> choices) {
    if (getChildren().stream().map(node -> node.getUserData()).toList().equals(choices)) {
      return;
    }
    getChildren().clear();
    group.getToggles().clear();
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(label.apply(choice));
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.getStyleClass().addAll(Styles.SMALL, pill(choices, choice));
      button.setId(getId() + "-" + choice.toString().toLowerCase(java.util.Locale.ROOT));
      button.setMinWidth(USE_PREF_SIZE);
      getChildren().add(button);
    }
    show(chosen.getValue());
  }

  private static <T> String pill(List<T> choices, T choice) {
    if (choices.size() > 1 && choice.equals(choices.getFirst())) {
      return Styles.LEFT_PILL;
    }
    return choice.equals(choices.getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }

  @SuppressWarnings("unchecked") // user data are set from choices of this type only
  private void pick(Object choice) {
    chosen.setValue((T) choice);
  }

  private void show(T choice) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(choice))
        .findFirst()
        .ifPresent(group::selectToggle);
  }
}

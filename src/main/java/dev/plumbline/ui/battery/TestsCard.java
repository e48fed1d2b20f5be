package dev.plumbline.ui.battery;

import dev.plumbline.core.Order;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.Expectation;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.RowTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The tests of a battery, and orders and sign of the one looked at.
final class TestsCard {
  private final BatteryViewModel model;
  private final RowTable<AssociationTest> table;
  private final Map<Order, CheckBox> orders = new EnumMap<>(Order.class);
  private final CheckBox flip = new CheckBox();
  private final Label sign = new Label();
  private final Button remove;
  private final Card card;
  private final Subscription listening;
  private boolean showing;

  TestsCard(BatteryViewModel model) {
    this.model = model;
    table =
        new RowTable<AssociationTest>("battery-tests", text("battery.tests"))
            .text(text("battery.test"), 170, test -> test.label().in(model.look().locale()))
            .text(text("battery.orders"), 118, this::orders)
            .explained(text("battery.orders.tip"))
            .text(text("battery.flip"), 40, test -> test.flipped() ? "✓" : "");
    table.onChosen(test -> model.testProperty().set(test.id()));
    FlowPane choices = new FlowPane(12, 6);
    for (Order order : Order.values()) {
      choices.getChildren().add(box(order));
    }
    flip.setText(text("battery.flip.box"));
    flip.setId("battery-flip");
    flip.setTooltip(new Tooltip(text("battery.flip.box.tip")));
    flip.setOnAction(_ -> change("flip", AssociationTest::flip));
    sign.setWrapText(true);
    sign.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    sign.setMinWidth(0);
    sign.getStyleClass().addAll("muted", "note");
    remove = new Button(text("battery.remove"));
    remove.setId("battery-remove");
    remove.getStyleClass().add("small");
    remove.setTooltip(new Tooltip(text("battery.remove.tip")));
    remove.setOnAction(
        _ ->
            model
                .test()
                .ifPresent(
                    test -> model.edit("remove", it -> BatteryDraft.withoutTest(it, test.id()))));
    FlowPane second = new FlowPane(12, 6, flip, remove);
    second.setRowValignment(javafx.geometry.VPos.CENTER);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    VBox content = new VBox(8, table.view(), choices, second, sign);
    card = new Card(text("battery.tests")).content(content);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(this::show),
            model.testProperty().subscribe(_ -> showTest()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private CheckBox box(Order order) {
    CheckBox box = new CheckBox(text("order." + order.name()));
    box.setId("battery-order-" + order.name().toLowerCase(java.util.Locale.ROOT));
    box.setOnAction(
        _ -> change("order " + order, test -> BatteryDraft.ordered(test, order, box.isSelected())));
    orders.put(order, box);
    return box;
  }

  private void change(String kind, java.util.function.UnaryOperator<AssociationTest> change) {
    if (!showing) {
      model
          .test()
          .ifPresent(
              test ->
                  model.edit(
                      kind + " " + test.id(),
                      battery -> BatteryDraft.withTest(battery, test.id(), change)));
    }
  }

  private void show(Battery battery) {
    int cells = battery.tests().stream().mapToInt(test -> test.orders().size()).sum();
    card.subtitle().setText(text("battery.tests.subtitle", battery.tests().size(), cells));
    table.setRows(battery.tests());
    showTest();
  }

  private void showTest() {
    showing = true;
    AssociationTest test = model.test().orElse(null);
    orders.forEach((order, box) -> showOrder(test, order, box));
    flip.setDisable(test == null);
    remove.setDisable(test == null);
    flip.setSelected(test != null && test.flipped());
    sign.setText(test == null ? "" : sign(test));
    if (test != null) {
      table.choose(row -> row.id().equals(test.id()));
    }
    showing = false;
  }

  private void showOrder(AssociationTest test, Order order, CheckBox box) {
    box.setSelected(test != null && test.orders().contains(order));
    box.setDisable(test == null || !box.isSelected() && !isPossible(test, order));
  }

  private boolean isPossible(AssociationTest test, Order order) {
    return has(test.x(), order.imageTargets())
        && has(test.y(), order.imageTargets())
        && has(test.a(), order.imageAttributes())
        && has(test.b(), order.imageAttributes());
  }

  private boolean has(String set, boolean images) {
    var known = model.draftProperty().get().sets().get(set);
    return images ? known.hasImages() : known.hasTexts();
  }

  private String sign(AssociationTest test) {
    Battery battery = model.draftProperty().get();
    var locale = model.look().locale();
    String positive =
        text("battery.sign", battery.nameOf(test.x(), locale), battery.nameOf(test.a(), locale));
    return positive
        + test.expected()
            .map(
                it ->
                    " "
                        + text(
                            it == Expectation.X_WITH_A ? "battery.expected" : "battery.unexpected"))
            .orElse("");
  }

  private String orders(AssociationTest test) {
    return test.orders().stream()
        .map(order -> text("battery.order." + order.name()))
        .collect(Collectors.joining(" "));
  }

  private String text(String key, Object... arguments) {
    return model.look().text(key, arguments);
  }
}

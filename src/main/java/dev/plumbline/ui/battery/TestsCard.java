package dev.plumbline.ui.battery;

import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.Expectation;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.part.RowTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The tests of a battery, and orders and sign of the one looked at.
final class TestsCard {
  private final BatteryViewModel model;
  private final RowTable<AssociationTest> table;
  private final Map<Order, CheckBox> orders = new EnumMap<>(Order.class);
  private final CheckBox flip = new CheckBox();
  private final Label sign = new Label();
  private final TestForm form;
  private final IconButton duplicate;
  private final IconButton remove;
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
    form = new TestForm(model);
    IconButton add =
        new IconButton(model.look(), "battery", "add", MaterialDesignP.PLUS, this::add);
    duplicate =
        new IconButton(
            model.look(),
            "battery",
            "duplicate",
            MaterialDesignC.CONTENT_DUPLICATE,
            this::duplicate);
    remove =
        new IconButton(
            model.look(), "battery", "remove", MaterialDesignD.DELETE_OUTLINE, this::remove);
    table.view().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    VBox content = new VBox(8, table.view(), form, choices, flip, sign);
    card = new Card(text("battery.tests")).actions(add, duplicate, remove).content(content);
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

  private void change(String kind, UnaryOperator<AssociationTest> change) {
    if (!showing) {
      model.editTest(kind, change);
    }
  }

  private void add() {
    BatteryDraft.newTest(model.draftProperty().get(), text("battery.new-test"))
        .ifPresent(test -> insert("add", test));
  }

  private void duplicate() {
    model
        .test()
        .ifPresent(
            test -> {
              TestId free = BatteryDraft.freeId(model.draftProperty().get(), test.id().value());
              insert("duplicate", test.withId(free));
            });
  }

  private void insert(String kind, AssociationTest test) {
    Optional<TestId> before = model.test().map(AssociationTest::id);
    model.edit(kind + " " + test.id(), it -> BatteryDraft.withTestAfter(it, before, test));
    model.testProperty().set(test.id());
  }

  private void remove() {
    model
        .test()
        .ifPresent(
            test ->
                model.edit("remove " + test.id(), it -> BatteryDraft.withoutTest(it, test.id())));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      remove();
      event.consume();
    } else if (event.getCode() == KeyCode.INSERT) {
      add();
      event.consume();
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
    form.show(model.test(), model.draftProperty().get());
    duplicate.setDisable(test == null);
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
    box.setDisable(
        test == null
            || !box.isSelected()
                && !BatteryDraft.isPossible(model.draftProperty().get(), test, order));
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

package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.TargetShare;
import dev.plumbline.ui.session.Look;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Offers the term lists and the values of the manifest's columns as groups of a mix.
final class GroupMenu {
  private final Look look;
  private final WhatIfViewModel model;
  private final Consumer<TargetShare> chosen;
  private final MenuButton button = new MenuButton();

  /// @param chosen hears of the group that is chosen, with the share that it has
  GroupMenu(Look look, WhatIfViewModel model, Consumer<TargetShare> chosen) {
    this.look = look;
    this.model = model;
    this.chosen = chosen;
    button.setId("mix-add");
    button.setText(look.text("mix.add"));
    button.getStyleClass().add("small");
    button.setMinWidth(MenuButton.USE_PREF_SIZE);
    button.getItems().add(new MenuItem());
    button.setOnShowing(_ -> offer());
  }

  MenuButton node() {
    return button;
  }

  private void offer() {
    Set<String> taken = new HashSet<>();
    model.requestProperty().get().mix().shares().forEach(share -> taken.add(share.condition()));
    Map<String, Menu> menus = new LinkedHashMap<>();
    List<GroupOffer> offers = model.offers();
    for (GroupOffer offer : offers) {
      Menu menu = menus.computeIfAbsent(offer.facet(), this::menu);
      MenuItem item = new MenuItem(name(offer));
      item.setId(menu.getId() + "-" + menu.getItems().size());
      item.setOnAction(_ -> chosen.accept(offer.target()));
      item.setDisable(taken.contains(offer.target().condition()));
      menu.getItems().add(item);
    }
    button.getItems().setAll(menus.values());
    if (offers.stream().allMatch(offer -> offer.facet().equals(TargetShare.MENTIONS))) {
      MenuItem later = new MenuItem(look.text("mix.add.later"));
      later.setDisable(true);
      button.getItems().add(later);
    }
  }

  private Menu menu(String facet) {
    Menu menu = new Menu(facet(facet));
    menu.setId("mix-add-" + facet);
    return menu;
  }

  private String facet(String facet) {
    return facet.equals(TargetShare.MENTIONS)
        ? look.text("facet.mentions")
        : look.binNames().facet(facet);
  }

  private String name(GroupOffer offer) {
    return offer.facet().equals(TargetShare.MENTIONS)
        ? WithoutMenu.label(model.lexicon(), offer.name(), look)
        : look.binNames().bin(offer.facet(), offer.name());
  }
}

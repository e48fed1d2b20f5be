package dev.plumbline.ui;

import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.WindowPreferences;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

/// Up to how many rows a manifest is counted without being asked for.
final class CountLimitMenu extends Menu {
  private static final List<Long> CHOICES =
      List.of(0L, 1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L, Long.MAX_VALUE);

  private final Subscription listening;

  CountLimitMenu(Workbench bench) {
    super(bench.look().text("menu.count-limit"));
    setId("menu-count-limit");
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    ToggleGroup group = new ToggleGroup();
    for (long rows : CHOICES) {
      String words =
          rows == 0
              ? bench.look().text("menu.count-limit.none")
              : rows == Long.MAX_VALUE
                  ? bench.look().text("menu.count-limit.all")
                  : bench.look().text("menu.count-limit.rows", numbers.count(rows));
      RadioMenuItem item = new RadioMenuItem(words);
      item.setId("menu-count-limit-" + (rows == Long.MAX_VALUE ? "all" : rows));
      item.setUserData(rows);
      item.setToggleGroup(group);
      item.setOnAction(_ -> bench.remembered().change(now -> now.withCountRows(rows)));
      getItems().add(item);
    }
    listening = bench.remembered().preferencesProperty().subscribe(this::mark);
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void mark(WindowPreferences now) {
    getItems()
        .forEach(
            item -> ((RadioMenuItem) item).setSelected(item.getUserData().equals(now.countRows())));
  }
}

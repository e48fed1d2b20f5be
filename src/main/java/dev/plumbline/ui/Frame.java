package dev.plumbline.ui;

import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Workbench;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands around the page, in one language.
final class Frame {
  private final Rail rail;
  private final TopBar top;
  private final SelectionBar selection;
  private final NoticeList notices;
  private final TaskStrip tasks;
  private final StatusBar status;
  private final StackPane place = new StackPane();
  private final BorderPane body = new BorderPane();

  Frame(Workbench bench, StudyCommands commands, ObjectProperty<PageId> page, Runnable exportDeck) {
    rail = new Rail(bench.look(), page);
    top = new TopBar(bench, commands, new FileMenu(bench, commands, exportDeck));
    selection = new SelectionBar(bench);
    notices = new NoticeList(bench);
    tasks = new TaskStrip(bench);
    status = new StatusBar(bench);
    place.getStyleClass().add("page-place");
    place.setMinSize(0, 0);
    body.getStyleClass().add("body");
    body.setTop(new VBox(top, selection, notices, new OldBanner(bench)));
    body.setCenter(place);
    body.setBottom(new VBox(tasks, status));
  }

  Node rail() {
    return rail;
  }

  Node body() {
    return body;
  }

  void show(Page page) {
    place.getChildren().setAll(page.node());
  }

  void dispose() {
    rail.dispose();
    top.dispose();
    selection.dispose();
    notices.dispose();
    tasks.dispose();
    status.dispose();
  }
}

package dev.plumbline.ui.data;

import dev.plumbline.ui.data.captions.CaptionsPane;
import dev.plumbline.ui.data.whatif.ManifestDifferencesPane;
import dev.plumbline.ui.data.whatif.MixPane;
import dev.plumbline.ui.data.whatif.WhatIfPane;
import dev.plumbline.ui.lexicon.LexiconPane;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/// The views of the Data page, one at a time: profile, captions, what-if, mix, difference.
public final class DataViews implements Page {
  private final Workbench bench;
  private final DataViewModel model;
  private final Map<DataView, Page> views = new EnumMap<>(DataView.class);
  private final BorderPane node = new BorderPane();
  private final Segments<DataView> segments;
  private final LexiconPane lexicons;
  private final Subscription listening;

  /// The page in the language of now.
  public DataViews(Workbench bench, DataViewModel model) {
    this.bench = bench;
    this.model = model;
    node.setId("page-data-views");
    segments =
        new Segments<DataView>(
                "data-view", model.viewProperty(), view -> bench.look().text("data.view." + view))
            .listen();
    segments.setChoices(Arrays.asList(DataView.values()));
    segments.getStyleClass().add("page-views");
    lexicons = new LexiconPane(bench, model.lexicons());
    listening =
        Subscription.combine(
            model.viewProperty().subscribe(_ -> show()),
            model.lexicons().openProperty().subscribe(_ -> show()));
  }

  private void show() {
    boolean editing = model.lexicons().openProperty().get();
    node.setTop(editing ? null : segments);
    node.setCenter(editing ? lexicons : page(model.viewProperty().get()).node());
    if (editing) {
      lexicons.focus();
    }
  }

  private Page page(DataView view) {
    return views.computeIfAbsent(
        view,
        wanted ->
            switch (wanted) {
              case PROFILE -> new DataPage(bench, model);
              case CAPTIONS -> CaptionsPane.of(bench, model.captions());
              case DIFFERENCE -> ManifestDifferencesPane.of(bench, model.differences());
              case WHAT_IF -> new WhatIfPane(bench, model.whatIf());
              case MIX -> new MixPane(bench, model.whatIf());
            });
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    listening.unsubscribe();
    segments.dispose();
    lexicons.dispose();
    views.values().forEach(Page::dispose);
  }
}

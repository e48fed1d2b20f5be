package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Proportion;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.FigureModel;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Controls of a filter at the left; share kept, groups and caption associations at the right.
public final class WhatIfPane implements Page {
  private final Workbench bench;
  private final WhatIfViewModel model;
  private final FilterCard filter;
  private final FigureCard groups;
  private final FigureCard associations;
  private final FigureCard effects;
  private final Label share = new Label();
  private final Label rows = new Label();
  private final CountingBar counting;
  private final GridPane node;
  private final Subscription listening;

  /// The pane in the language of now.
  public WhatIfPane(Workbench bench, WhatIfViewModel model) {
    this.bench = bench;
    this.model = model;
    filter = new FilterCard(bench, model);
    counting = new CountingBar("whatif-stop", bench.look(), model);
    groups = figure("whatif-groups", model.charts().retention());
    associations = figure("whatif-associations", model.charts().associations());
    effects = figure("whatif-effects", model.charts().effects());
    GridPane lower =
        Quarters.columns(
            "whatif-lower", new double[] {50, 50}, associations.node(), effects.node());
    lower.getStyleClass().setAll("whatif-lower");
    node =
        Quarters.columns(
            "data-whatif",
            new double[] {32, 68},
            filter.node(),
            Quarters.rows(new double[] {15, 39, 46}, keptCard(), groups.node(), lower));
    listening = model.stateProperty().subscribe(this::show);
  }

  private FigureCard figure(String id, FigureModel figure) {
    return FigureCard.of(bench, id, figure, _ -> {}).listen().scrolling();
  }

  private Card keptCard() {
    share.setId("whatif-share");
    share.getStyleClass().add("figure-number");
    share.setMinWidth(Region.USE_PREF_SIZE);
    rows.setId("whatif-rows");
    rows.getStyleClass().addAll("muted", "note");
    rows.setWrapText(true);
    rows.setMinHeight(0);
    VBox beside = new VBox(4, rows, counting.node());
    beside.setMinHeight(0);
    HBox.setHgrow(beside, Priority.ALWAYS);
    HBox line = new HBox(16, share, beside);
    line.setMinHeight(0);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return new Card(text("whatif.kept")).content(line);
  }

  private void show(WhatIfState state) {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    switch (state) {
      case WhatIfState.Nothing _ -> sentence(text("empty.manifests"));
      case WhatIfState.Opening _ -> sentence(text("whatif.opening"));
      case WhatIfState.Failed failed ->
          sentence(bench.look().messages().sentence(failed.sentence()));
      case WhatIfState.Counted counted -> counted(counted, numbers);
    }
  }

  private void sentence(String text) {
    share.setText("–");
    rows.setText(text);
  }

  private void counted(WhatIfState.Counted counted, NumberStyle numbers) {
    WhatIfResult result = counted.result();
    Optional<Proportion> kept = result.keptShare();
    share.setText(kept.map(it -> numbers.percent(it.share())).orElse("–"));
    String text =
        text("whatif.rows", numbers.count(result.kept()), numbers.count(result.used()))
            + result
                .keptInterval()
                .map(
                    it ->
                        text(
                            "whatif.interval",
                            numbers.decimal(100 * it.low(), 2),
                            numbers.decimal(100 * it.high(), 2)))
                .orElse("");
    StringBuilder all = new StringBuilder(text + counted.sampled(bench.look()));
    result
        .thresholds()
        .forEach(
            (condition, value) ->
                all.append('\n')
                    .append(condition)
                    .append(": ≥ ")
                    .append(numbers.decimal(value, 4)));
    rows.setText(all.toString());
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    filter.dispose();
    groups.dispose();
    associations.dispose();
    effects.dispose();
    counting.dispose();
    listening.unsubscribe();
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

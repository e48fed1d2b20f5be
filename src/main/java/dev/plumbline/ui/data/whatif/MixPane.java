package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.Reweighting;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Wanted shares and what weights cost at the left; whether they reach the shares, and what else
/// they do, at the right.
public final class MixPane implements Page {
  private static final double HEAVY = 5;

  private final Workbench bench;
  private final WhatIfViewModel model;
  private final MixCard mix;
  private final FigureCard targets;
  private final FigureCard weighted;
  private final Segments<MixView> views;
  private final CountingBar counting;
  private final Label share = new Label();
  private final Label said = new Label();
  private final Label warned = new Label();
  private final GridPane node;
  private final Subscription listening;

  /// The pane in the language of now.
  public MixPane(Workbench bench, WhatIfViewModel model) {
    this.bench = bench;
    this.model = model;
    mix = new MixCard(bench, model);
    counting = new CountingBar("mix-stop", bench.look(), model);
    targets =
        FigureCard.of(bench, "mix-targets", model.charts().targets(), _ -> {}).scrolling().listen();
    views =
        new Segments<MixView>("mix-view", model.viewProperty(), view -> text("mix.view." + view))
            .wrapping()
            .listen();
    views.setChoices(List.of(MixView.values()));
    weighted =
        FigureCard.of(bench, "mix-weighted", model.charts().weighted(), _ -> {})
            .scrolling()
            .choices(views)
            .listen();
    node =
        Quarters.columns(
            "data-mix",
            new double[] {36, 64},
            Quarters.rows(new double[] {64, 36}, mix.node(), costCard()),
            Quarters.rows(new double[] {38, 62}, targets.node(), weighted.node()));
    listening = model.stateProperty().subscribe(this::show);
  }

  private Card costCard() {
    share.setId("mix-effective");
    share.getStyleClass().add("figure-number");
    said.getStyleClass().addAll("muted", "note");
    said.setId("mix-said");
    warned.getStyleClass().add("note");
    warned.setId("mix-warned");
    warned.managedProperty().bind(warned.textProperty().isNotEmpty());
    for (Label label : new Label[] {said, warned}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    VBox lines = new VBox(6, share, said, warned, counting.node());
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return new Card(text("mix.cost")).content(scroll);
  }

  private void show(WhatIfState state) {
    switch (state) {
      case WhatIfState.Nothing _ -> sentence(text("empty.manifests"), "muted");
      case WhatIfState.Opening _ -> sentence(text("whatif.opening"), "muted");
      case WhatIfState.Failed failed ->
          sentence(bench.look().messages().sentence(failed.sentence()), "mix-error");
      case WhatIfState.Counted counted -> counted(counted.result(), counted.sampled(bench.look()));
    }
  }

  private void sentence(String text, String style) {
    share.setText("–");
    said.setText(text);
    said.getStyleClass().setAll("label", "note", style);
    warn("", "mix-warning");
  }

  private void warn(String text, String style) {
    warned.setText(text);
    warned.getStyleClass().setAll("label", "note", style);
  }

  private void counted(WhatIfResult result, String sampled) {
    Optional<Reweighting> found = result.reweighting();
    if (found.isEmpty()) {
      sentence(text("mix.none"), "muted");
      return;
    }
    if (found.get().refusal().isPresent()) {
      sentence(model.refusal(found.get().refusal().get(), result), "mix-error");
      return;
    }
    cost(found.get(), sampled);
  }

  private void cost(Reweighting found, String sampled) {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    double effective = found.effective().orElseThrow();
    share.setText(numbers.percent(effective / found.rows()));
    String settled =
        found.rounds().isPresent()
            ? text("mix.settled", found.rounds().getAsInt())
            : text("mix.unsettled");
    said.getStyleClass().setAll("label", "note", "muted");
    said.setText(
        text(
                "mix.effective",
                numbers.count(found.rows()),
                numbers.count(Math.round(effective)),
                numbers.decimal(found.greatest().orElseThrow(), 2),
                settled)
            + sampled);
    warn(warning(found, numbers), "mix-warning");
  }

  private String warning(Reweighting found, NumberStyle numbers) {
    if (found.groups().stream().anyMatch(Reweighting.Group::missed)) {
      String missed =
          text(
              "mix.missed",
              numbers.decimal(100 * found.deviation().orElseThrow(), 1),
              numbers.count(found.cappedRows()));
      return found.needed().isPresent()
          ? missed + text("mix.needed", numbers.decimal(up(found.needed().getAsDouble()), 2))
          : missed;
    }
    double greatest = found.greatest().orElseThrow();
    return greatest > HEAVY ? text("mix.heavy", numbers.decimal(greatest, 1)) : "";
  }

  /// Rounded upwards, so that the cap told is enough.
  private static double up(double cap) {
    return Math.ceil(cap * 100) / 100;
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    mix.dispose();
    targets.dispose();
    weighted.dispose();
    views.dispose();
    counting.dispose();
    listening.unsubscribe();
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

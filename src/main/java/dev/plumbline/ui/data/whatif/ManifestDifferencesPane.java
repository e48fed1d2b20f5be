package dev.plumbline.ui.data.whatif;

import dev.plumbline.report.DistanceMeasure;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.FigureModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;

/// How far manifests are from one of them in each facet; the facet that is picked side by side, and
/// what there is more or less of.
public final class ManifestDifferencesPane implements Page {
  private final Workbench bench;
  private final Segments<DistanceMeasure> measures;
  private final List<FigureCard> cards;
  private final GridPane node;

  /// The pane in the language of now.
  public ManifestDifferencesPane(Workbench bench, ManifestDifferences model) {
    this.bench = bench;
    ComboBox<String> reference =
        Choices.of(
            "difference-reference",
            text("difference.reference"),
            model.datasets(),
            model.referenceProperty(),
            Function.identity());
    measures =
        new Segments<DistanceMeasure>(
                "difference-measure",
                model.measureProperty(),
                measure -> text("difference.measure." + measure))
            .listen();
    measures.setChoices(Arrays.asList(DistanceMeasure.values()));
    ComboBox<String> facet =
        Choices.of(
            "difference-facet",
            text("difference.facet"),
            model.facets(),
            model.facetProperty(),
            this::name);
    ComboBox<String> other =
        Choices.of(
            "difference-other",
            text("difference.other"),
            model.others(),
            model.otherProperty(),
            Function.identity());
    FigureCard distances =
        card("difference-distances", model.distances(), model::pick)
            .scrolling()
            .choices(reference, measures);
    FigureCard shares =
        card("difference-shares", model.shares(), _ -> {}).scrolling().choices(facet);
    FigureCard differences =
        card("difference-figure", model.differences(), _ -> {}).scrolling().choices(other);
    cards = List.of(distances, shares, differences);
    cards.forEach(FigureCard::listen);
    node =
        Quarters.columns(
            "data-difference",
            new double[] {46, 54},
            distances.node(),
            Quarters.rows(new double[] {50, 50}, shares.node(), differences.node()));
  }

  private FigureCard card(String id, FigureModel figure, Consumer<Subject> picked) {
    return new FigureCard(
        id,
        text(id.replace('-', '.')),
        figure,
        bench.look(),
        Optional.empty(),
        bench.exports(),
        picked);
  }

  private String name(String facet) {
    String key = "facet." + facet;
    return bench.look().messages().has(key) ? text(key) : facet;
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    measures.dispose();
    cards.forEach(FigureCard::dispose);
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FacetComparison;
import dev.plumbline.composition.FacetDifference;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Workbench;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;

/// How far apart two manifests are in each facet, and where.
public final class ManifestDifferencesPane implements Page {
  private final Workbench bench;
  private final ManifestDifferences model;
  private final RowTable<FacetComparison> table;
  private final FigureCard figure;
  private final GridPane node;
  private final ListChangeListener<FacetComparison> listener = _ -> showRows();

  /// The pane in the language of now.
  public ManifestDifferencesPane(Workbench bench, ManifestDifferences model) {
    this.bench = bench;
    this.model = model;
    table = table();
    ComboBox<String> reference =
        Choices.of(
            "difference-reference",
            text("difference.reference"),
            model.datasets(),
            model.referenceProperty(),
            Function.identity());
    ComboBox<String> other =
        Choices.of(
            "difference-other",
            text("difference.other"),
            model.datasets(),
            model.otherProperty(),
            Function.identity());
    Card card = new Card(text("difference.facets")).choices(other, reference).content(table.view());
    card.subtitle().setText(text("difference.facets.subtitle"));
    figure =
        new FigureCard(
                "difference-figure",
                text("difference.figure"),
                model.figure(),
                bench.look(),
                Optional.empty(),
                bench.exports(),
                _ -> {})
            .scrolling()
            .listen();
    node = Quarters.columns("data-difference", new double[] {44, 56}, card, figure.node());
    model.facets().addListener(listener);
    showRows();
  }

  private RowTable<FacetComparison> table() {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    RowTable<FacetComparison> rows =
        new RowTable<FacetComparison>("difference-table", text("difference.facets"))
            .text(text("difference.facet"), 110, facet -> name(facet.facet()))
            .number(
                text("difference.tv"),
                80,
                FacetComparison::totalVariation,
                value -> numbers.decimal(value, 3))
            .number(
                text("difference.js"),
                80,
                FacetComparison::jensenShannon,
                value -> numbers.decimal(value, 3))
            .text(text("difference.largest"), 150, facet -> largest(facet, numbers));
    rows.placeholder(new EmptyState(text("difference.two"), Optional.empty()));
    rows.onChosen(facet -> model.facetProperty().set(facet.facet()));
    return rows;
  }

  private String name(String facet) {
    String key = "facet." + facet;
    return bench.look().messages().has(key) ? text(key) : facet;
  }

  private String largest(FacetComparison facet, NumberStyle numbers) {
    return facet.bins().stream()
        .max(Comparator.comparingDouble(bin -> Math.abs(bin.difference())))
        .filter(bin -> bin.difference() != 0)
        .map(
            (FacetDifference bin) ->
                bench.look().binNames().bin(facet.facet(), bin.key())
                    + " "
                    + numbers.signed(100 * bin.difference(), 1))
        .orElse("–");
  }

  private void showRows() {
    table.setRows(List.copyOf(model.facets()));
    table.choose(facet -> facet.facet().equals(model.facetProperty().get()));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.facets().removeListener(listener);
    figure.dispose();
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}

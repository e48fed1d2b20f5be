package dev.plumbline.ui.data.whatif;

import dev.plumbline.report.DistanceMeasure;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.ThreeFigures;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/// How far manifests are from one of them in each facet; the facet that is picked side by side, and
/// what there is more or less of.
public final class ManifestDifferencesPane {
  private ManifestDifferencesPane() {}

  /// The pane in the language of now.
  public static Page of(Workbench bench, ManifestDifferences model) {
    Look look = bench.look();
    ComboBox<String> reference =
        Choices.of(
            "difference-reference",
            look.text("difference.reference"),
            model.datasets(),
            model.referenceProperty(),
            Function.identity());
    Segments<DistanceMeasure> measures =
        new Segments<DistanceMeasure>(
                "difference-measure",
                model.measureProperty(),
                measure -> look.text("difference.measure." + measure))
            .listen();
    measures.setChoices(Arrays.asList(DistanceMeasure.values()));
    ComboBox<String> facet =
        Choices.of(
            "difference-facet",
            look.text("difference.facet"),
            model.facets(),
            model.facetProperty(),
            name -> look.messages().has("facet." + name) ? look.text("facet." + name) : name);
    ComboBox<String> other =
        Choices.of(
            "difference-other",
            look.text("difference.other"),
            model.others(),
            model.otherProperty(),
            Function.identity());
    FigureCard distances =
        FigureCard.of(bench, "difference-distances", model.distances(), model::pick)
            .scrolling()
            .choices(reference, measures);
    FigureCard shares =
        FigureCard.of(bench, "difference-shares", model.shares(), _ -> {})
            .scrolling()
            .choices(facet);
    FigureCard differences =
        FigureCard.of(bench, "difference-figure", model.differences(), _ -> {})
            .scrolling()
            .choices(other);
    return new ThreeFigures(
        "data-difference", 46, 50, List.of(distances, shares, differences), measures);
  }
}

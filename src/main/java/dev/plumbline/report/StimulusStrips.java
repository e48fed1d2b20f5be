package dev.plumbline.report;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.core.ModelId;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Where do the single stimuli lie? s(w) of every stimulus of one test in one order, one row a
/// model: X above, Y below, the means as bars. All models share one scale.
public final class StimulusStrips {
  private static final String ID = "bias-stimuli";

  private StimulusStrips() {}

  /// What is drawn.
  ///
  /// @param rows rows of one test and order, one a model
  /// @param models facts that give datasets
  /// @param x name of X
  /// @param y name of Y
  public record Content(List<BiasRow> rows, List<ModelFacts> models, String x, String y) {
    public Content {
      rows = List.copyOf(rows);
      models = List.copyOf(models);
    }
  }

  /// One model's strip.
  ///
  /// @param name its row
  /// @param subject what it stands for
  /// @param x s of each stimulus of X
  /// @param y s of each stimulus of Y
  /// @param tooltip the full record
  record Strip(Matrix.Row name, Subject subject, List<Double> x, List<Double> y, String tooltip) {}

  /// The strips, or the sentence that says why there are none.
  public static Figure of(Content content, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("strips.title");
    FigureTable table = table(content);
    List<Strip> strips = strips(content, style);
    if (strips.isEmpty()) {
      String why =
          content.rows().stream()
              .flatMap(row -> row.reason().stream())
              .findFirst()
              .map(messages::sentence)
              .orElseGet(() -> messages.text("strips.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    BiasRow first = content.rows().getFirst();
    String names = strips.stream().map(it -> it.name().name()).collect(Collectors.joining());
    String axis = messages.text("strips.axis");
    return new Figure(
        ID,
        title,
        messages.text(
            "strips.subtitle",
            style.names().test(first.test().value()),
            style.order(first.order().label())),
        ChartFrame.around(
            new StripPlot(
                strips,
                content.x(),
                content.y(),
                style,
                Typeface.displaying(names + axis + content.x() + content.y())),
            style),
        table,
        nativeChart(strips, content, style),
        style);
  }

  private static List<Strip> strips(Content content, ChartStyle style) {
    FamilyMarkers facts = new FamilyMarkers(content.models());
    List<Strip> strips = new ArrayList<>();
    for (BiasRow row : content.rows()) {
      Optional<Measured> measured = row.measured().filter(it -> !it.sX().isEmpty());
      measured.ifPresent(it -> strips.add(strip(row, it, facts, style)));
    }
    return strips;
  }

  private static Strip strip(BiasRow row, Measured it, FamilyMarkers facts, ChartStyle style) {
    ModelId model = row.model();
    Optional<String> dataset = facts.dataset(model);
    return new Strip(
        new Matrix.Row(
            model.value(),
            Optional.of(style.colour(dataset)),
            Optional.of(new Subject.Model(model, dataset))),
        new Subject.Effect(model, dataset, row.test().value(), row.category(), row.order().label()),
        it.sX(),
        it.sY(),
        Tooltips.lines(
            model.value(),
            Tooltips.effect(it, row.q(), style.numbers()),
            Tooltips.stimuli(it.n(), style.messages())));
  }

  /// Mean of some values.
  static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /// The greatest |s| of all.
  static double reach(List<Strip> strips) {
    return strips.stream()
        .flatMapToDouble(
            it ->
                DoubleStream.concat(
                    it.x().stream().mapToDouble(Double::doubleValue),
                    it.y().stream().mapToDouble(Double::doubleValue)))
        .map(Math::abs)
        .max()
        .orElse(1);
  }

  private static NativeChart nativeChart(List<Strip> strips, Content content, ChartStyle style) {
    List<NativeChart.Point> x = new ArrayList<>();
    List<NativeChart.Point> y = new ArrayList<>();
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      double height = strips.size() - i;
      strip.x().forEach(s -> x.add(new NativeChart.Point(strip.name().name(), s, height + 0.15)));
      strip.y().forEach(s -> y.add(new NativeChart.Point(strip.name().name(), s, height - 0.15)));
    }
    ChartTheme theme = style.theme();
    return new NativeChart.Scatter(
        style.messages().text("strips.axis"),
        "",
        false,
        List.of(
            new NativeChart.Points("X " + content.x(), theme.positive(), Marker.CIRCLE, x),
            new NativeChart.Points("Y " + content.y(), theme.negative(), Marker.DIAMOND, y)),
        "",
        "",
        List.of());
  }

  private static FigureTable table(Content content) {
    FigureTable.Builder table =
        FigureTable.columns("model", "test", "category", "order", "target", "stimulus", "s");
    for (BiasRow row : content.rows()) {
      row.measured()
          .ifPresent(
              it -> {
                add(table, row, "X", it.sX());
                add(table, row, "Y", it.sY());
              });
    }
    return table.table();
  }

  private static void add(FigureTable.Builder table, BiasRow row, String target, List<Double> s) {
    for (int i = 0; i < s.size(); i++) {
      table.row(
          row.model(), row.test(), row.category(), row.order().label(), target, i + 1, s.get(i));
    }
  }
}

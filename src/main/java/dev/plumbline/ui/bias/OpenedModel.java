package dev.plumbline.ui.bias;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.NullDistributionChart;
import dev.plumbline.report.StimulusStrips;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A test opened in one order: its single stimuli in every model, and what lies beneath the d of
/// the model picked out.
final class OpenedModel {
  private final StudySession session;
  private final Look look;
  private final ObjectProperty<Optional<Order>> order =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<ModelId> model = new SimpleObjectProperty<>();
  private final DetailModel detail;
  private final FigureModel strips;
  private final FigureModel distribution;

  /// @param details looks into opened tests
  /// @param changed called when what is to be drawn has changed
  OpenedModel(
      StudySession session, Look look, Workers workers, DetailSource details, Runnable changed) {
    this.session = session;
    this.look = look;
    detail = new DetailModel(details, workers);
    strips = new FigureModel(workers);
    distribution = new FigureModel(workers);
    detail.stateProperty().subscribe(_ -> changed.run());
    model.subscribe(_ -> changed.run());
    order.subscribe(_ -> changed.run());
  }

  /// Opens the test looked at.
  void open(ModelId tested, Order inOrder) {
    model.set(tested);
    order.set(Optional.of(inOrder));
  }

  /// Leads back from the opened test.
  void close() {
    order.set(Optional.empty());
  }

  /// Draws the opened test, if one is.
  ///
  /// @param looked the test looked at, null if there is none
  /// @param all rows of all tests
  void refresh(AssociationTest looked, List<BiasRow> all, ChartStyle style) {
    if (order.get().isEmpty()) {
      detail.close();
      return;
    }
    Order shown = order.get().get();
    if (looked == null) {
      strips.missing(look.text("bias.no-tests"));
    } else {
      drawStrips(looked, all, shown, style);
      if (model.get() != null) {
        detail.open(session.request(), model.get(), looked.id(), shown);
      }
    }
    drawDistribution(style);
  }

  private void drawStrips(
      AssociationTest looked, List<BiasRow> all, Order shown, ChartStyle style) {
    List<BiasRow> one =
        all.stream().filter(row -> row.test().equals(looked.id()) && row.order() == shown).toList();
    StimulusStrips.Content content =
        new StimulusStrips.Content(
            one, session.result().models(), name(looked.x()), name(looked.y()));
    strips.show(List.of(content, style), () -> StimulusStrips.of(content, style));
  }

  private String name(String set) {
    return session.request().battery().nameOf(set, look.locale());
  }

  private void drawDistribution(ChartStyle style) {
    switch (detail.stateProperty().get()) {
      case DetailState.Unasked _ -> distribution.missing(look.text("bias.detail.unasked"));
      case DetailState.Computing _ -> distribution.missing(look.text("bias.detail.computing"));
      case DetailState.Failed failed -> distribution.missing(failed.sentence());
      case DetailState.Shown it -> {
        Optional<String> dataset =
            session.result().models().stream()
                .filter(facts -> facts.id().equals(it.detail().model()))
                .findFirst()
                .flatMap(ModelFacts::pretrainingDataset);
        distribution.show(
            List.of(it.detail(), dataset, style),
            () -> NullDistributionChart.of(it.detail(), dataset, style));
      }
    }
  }

  /// Order in which the test looked at is opened, empty while none is.
  ObjectProperty<Optional<Order>> orderProperty() {
    return order;
  }

  /// The model last clicked at, null if none was.
  ObjectProperty<ModelId> modelProperty() {
    return model;
  }

  /// Single stimuli of the opened test.
  FigureModel strips() {
    return strips;
  }

  /// What lies beneath the d of the model picked out in the opened test.
  DetailModel detail() {
    return detail;
  }

  /// Null distribution of that d.
  FigureModel distribution() {
    return distribution;
  }
}

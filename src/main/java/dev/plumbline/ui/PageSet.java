package dev.plumbline.ui;

import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.report.Figure;
import dev.plumbline.study.ModelDifferences;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.TestDetails;
import dev.plumbline.ui.bias.BiasPage;
import dev.plumbline.ui.bias.BiasViewModel;
import dev.plumbline.ui.compare.ComparePage;
import dev.plumbline.ui.compare.CompareViewModel;
import dev.plumbline.ui.data.DataViewModel;
import dev.plumbline.ui.data.DataViews;
import dev.plumbline.ui.data.FirstLook;
import dev.plumbline.ui.data.ManifestWork;
import dev.plumbline.ui.data.Readings;
import dev.plumbline.ui.data.count.CountLimit;
import dev.plumbline.ui.data.count.SharedCount;
import dev.plumbline.ui.models.ModelsPage;
import dev.plumbline.ui.models.ModelsViewModel;
import dev.plumbline.ui.overview.OverviewPage;
import dev.plumbline.ui.overview.OverviewViewModel;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.performance.PerformancePage;
import dev.plumbline.ui.performance.PerformanceViewModel;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Link;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.ScoreBooks;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// The pages of a window: view models once, views anew in each language.
final class PageSet {
  private final Workbench bench;
  private final Map<PageId, PageModel> models = new EnumMap<>(PageId.class);
  private final Map<PageId, Page> views = new EnumMap<>(PageId.class);
  private final Latest<List<Figure>> deck;
  private final ScoreBooks scores;

  PageSet(Workbench bench) {
    this.bench = bench;
    this.scores = new ScoreBooks(bench.session(), bench.workers());
    this.deck = new Latest<>(bench.workers().charts(), bench.workers().screen());
  }

  /// The view of a page, made when first asked for; its model follows the session from now on, the
  /// others rest.
  Page page(PageId id) {
    Page page = views.computeIfAbsent(id, this::view);
    models.forEach((other, model) -> model.setActive(other == id));
    return page;
  }

  /// Prepares the page that a link leads to.
  ///
  /// @return the page
  PageId lead(Link link) {
    return switch (link) {
      case Link.Test it -> {
        ((BiasViewModel) model(PageId.BIAS)).open(it.model(), it.test(), it.order());
        yield PageId.BIAS;
      }
      case Link.Manifest it -> {
        ((DataViewModel) model(PageId.DATA)).look(it.id());
        yield PageId.DATA;
      }
    };
  }

  /// Drops all views.
  void forget() {
    views.values().forEach(Page::dispose);
    views.clear();
  }

  /// Asks for a file and writes the charts of all pages to it.
  void exportDeck() {
    List<Callable<Figure>> charts = new ArrayList<>();
    for (PageId id : PageId.values()) {
      charts.addAll(model(id).deck());
    }
    deck.request(
        () -> {
          List<Figure> figures = new ArrayList<>();
          for (Callable<Figure> chart : charts) {
            figures.add(chart.call());
          }
          return figures;
        },
        bench.exports()::saveDeck,
        failure -> bench.session().notices().error(String.valueOf(failure.getMessage())));
  }

  private Page view(PageId id) {
    PageModel model = model(id);
    return switch (id) {
      case OVERVIEW -> new OverviewPage(bench, (OverviewViewModel) model);
      case DATA -> new DataViews(bench, (DataViewModel) model);
      case MODELS -> new ModelsPage(bench, (ModelsViewModel) model);
      case BIAS -> new BiasPage(bench, (BiasViewModel) model);
      case PERFORMANCE -> new PerformancePage(bench, (PerformanceViewModel) model);
      case COMPARE -> new ComparePage(bench, (CompareViewModel) model);
    };
  }

  private PageModel model(PageId id) {
    return models.computeIfAbsent(id, this::newModel);
  }

  private ManifestWork manifests() {
    Readings readings = new Readings(bench.engines());
    return new ManifestWork(
        bench.engines(),
        readings,
        FirstLook.with(readings),
        new SharedCount(bench.counts(), bench.engines(), this::countLimit),
        bench.counting(),
        bench.runs().runningProperty());
  }

  private CountLimit countLimit() {
    return CountLimit.ofRows(bench.remembered().now().countRows());
  }

  private PageModel newModel(PageId id) {
    StudySession session = bench.session();
    Look look = bench.look();
    Workers workers = bench.workers();
    return switch (id) {
      case OVERVIEW -> new OverviewViewModel(session, look, workers, scores);
      case DATA -> new DataViewModel(session, look, workers, manifests());
      case MODELS -> new ModelsViewModel(session, look, workers, bench.tasks(), this::embedding);
      case BIAS ->
          new BiasViewModel(
              session,
              look,
              workers,
              bench.remembered(),
              bench.runs().runningProperty(),
              (request, tested, test, order, cancellation) ->
                  new TestDetails(WorkbenchFactory.settings(bench.remembered().now().device()))
                      .of(request, tested, test, order, (_, _, _) -> {}, cancellation));
      case PERFORMANCE -> new PerformanceViewModel(session, look, workers, scores);
      case COMPARE ->
          new CompareViewModel(
              session,
              look,
              workers,
              scores,
              bench.runs().runningProperty(),
              (request, first, second, cancellation) ->
                  new ModelDifferences(WorkbenchFactory.settings(bench.remembered().now().device()))
                      .of(request, first, second, (_, _, _) -> {}, cancellation));
    };
  }

  private EmbeddingSettings embedding() {
    RunSettings settings = WorkbenchFactory.settings(bench.remembered().now().device());
    return settings.embedding(settings.threads());
  }
}

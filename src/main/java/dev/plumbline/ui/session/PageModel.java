package dev.plumbline.ui.session;

import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.DatasetColours;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Highlight;
import dev.plumbline.report.Names;
import dev.plumbline.report.Subject;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.collections.ListChangeListener;

/// What the view models of all pages share: they follow the session while their page is on screen,
/// and refresh once however many things changed.
public abstract class PageModel {
  private final StudySession session;
  private final Look look;
  private final Workers workers;
  private boolean active;
  private boolean stale = true;
  private boolean scheduled;

  /// A page that is not on screen yet.
  protected PageModel(StudySession session, Look look, Workers workers) {
    this.session = session;
    this.look = look;
    this.workers = workers;
  }

  /// Starts to follow the session; to be called once, when the model is complete.
  protected final void follow() {
    session.resultProperty().subscribe(_ -> invalidate());
    session.requestProperty().subscribe(_ -> invalidate());
    session.selection().choices().addListener((ListChangeListener<Choice>) _ -> invalidate());
    look.themeProperty().subscribe(_ -> invalidate());
    look.localeProperty().subscribe(_ -> invalidate());
  }

  /// Tells whether the page is on screen; what is not on screen is not refreshed.
  public final void setActive(boolean onScreen) {
    active = onScreen;
    if (stale) {
      invalidate();
    }
  }

  /// Picks out what the user pointed at.
  public void pick(Subject subject) {
    List<Choice> choices = Linking.choices(subject, session.request());
    choices.forEach(session.selection()::onlyOfKind);
  }

  /// Charts of this page for a deck, made anew when called in the background.
  public abstract List<Callable<Figure>> deck();

  /// Brings everything up to date with the session.
  protected abstract void refresh();

  /// Asks for a refresh.
  protected final void invalidate() {
    stale = true;
    if (active && !scheduled) {
      scheduled = true;
      workers.screen().execute(this::refreshNow);
    }
  }

  /// The study on screen.
  protected final StudySession session() {
    return session;
  }

  /// Language and colours.
  protected final Look look() {
    return look;
  }

  /// Style of charts with what is picked out now.
  protected final ChartStyle style() {
    Highlight highlight =
        Linking.highlight(session.selection().choices(), session.request(), session.result());
    return look.chartStyle(new DatasetColours(session.datasets()), highlight, names());
  }

  /// Names of tests and categories in the user's language.
  public final Names names() {
    return Names.of(session.request().battery(), look.locale());
  }

  private void refreshNow() {
    scheduled = false;
    if (stale && active) {
      stale = false;
      refresh();
    }
  }
}

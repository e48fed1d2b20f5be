package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.CaptionSample;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconChecks;
import dev.plumbline.composition.LexiconFinding;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.composition.TermList;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.ui.session.DraftModel;
import dev.plumbline.ui.session.Followed;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Term lists being edited: what is in them, what is wrong with them, what they catch. The study
/// keeps its own until the draft is saved; what comes with Plumbline is never overwritten.
public final class LexiconViewModel extends DraftModel<Lexicon> {
  private final StudySession session;
  private final Look look;
  private final CaptionLooks looks;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<String> list = new SimpleObjectProperty<>();
  private final ObjectProperty<String> term = new SimpleObjectProperty<>();
  private final ObservableList<LexiconFinding> findings = FXCollections.observableArrayList();
  private final ListIdentities identities = new ListIdentities();
  private Lexicon saved;
  private Optional<Path> file = Optional.empty();

  /// A draft of the session's lexicon.
  ///
  /// @param supply fetches captions to look at
  public LexiconViewModel(StudySession session, Look look, Workers workers, CaptionSupply supply) {
    super(session.request().lexicon());
    this.session = session;
    this.look = look;
    looks = new CaptionLooks(supply, workers);
    saved = draft();
    identities.begin(saved);
    list.subscribe(_ -> lookAtList());
    term.subscribe(_ -> ask());
    looks.sampleProperty().subscribe(this::lookAtAll);
  }

  /// Opens the editor: with the changes that were not saved, else with the study's lists.
  public void edit() {
    if (!isChanged() && !draft().equals(session.request().lexicon())) {
      take(session.request().lexicon(), Optional.empty());
    }
    show(draft());
    open.set(true);
  }

  @Override
  public List<String> bundled() {
    return LexiconReader.BUNDLED;
  }

  /// Begins with lists that come with Plumbline; an own file is asked for when they are saved.
  @Override
  public void choose(String bundled) {
    take(LexiconReader.bundled(bundled), Optional.empty());
  }

  @Override
  public void begin() {
    take(session.request().lexicon(), Optional.empty());
  }

  /// Begins with a file of the user's, which is what saving writes to.
  ///
  /// @throws PlumblineException if it is no lexicon
  @Override
  public void open(Path wanted) {
    take(LexiconReader.read(wanted), Optional.of(wanted));
  }

  /// Notes that the study's lists are those of a file, which is what saving writes to.
  public void chosen(Lexicon lexicon, Path from) {
    if (!isChanged()) {
      take(lexicon, Optional.of(from));
    }
  }

  /// Looks at captions of a manifest.
  ///
  /// @param first its first rows
  public void lookAt(Optional<ManifestSource> manifest, Optional<CaptionSample> first) {
    looks.from(manifest, first);
  }

  private void take(Lexicon lexicon, Optional<Path> from) {
    saved = lexicon;
    file = from;
    identities.begin(lexicon);
    beginWith(lexicon);
  }

  @Override
  protected void show(Lexicon lexicon) {
    List<String> before = List.copyOf(draft().terms().keySet());
    List<String> after = List.copyOf(lexicon.terms().keySet());
    String looked = Followed.in(after, list.get(), before).orElse(null);
    findings.setAll(LexiconChecks.of(lexicon));
    setDraft(lexicon);
    if (Objects.equals(looked, list.get())) {
      lookAtList();
    } else {
      list.set(looked);
    }
    looks.count(lexicon);
  }

  private void lookAtAll() {
    looks.count(draft());
    lookAtList();
  }

  private void lookAtList() {
    TermList shown = list().orElse(new TermList(List.of(), false));
    if (term.get() != null && !shown.terms().contains(term.get())) {
      term.set(null);
    }
    looks.look(Objects.requireNonNullElse(list.get(), ""), shown);
    ask();
  }

  private void ask() {
    looks.ask(Optional.ofNullable(term.get()), list().map(TermList::substring).orElse(false));
  }

  @Override
  protected void edited(Lexicon before, Lexicon after) {
    identities.edited(before, after);
  }

  /// Gives a list another name; once saved, the study's filter and weights follow it.
  void renameList(String kind, String old, String name) {
    Lexicon before = draft();
    Lexicon after = LexiconDraft.withListNamed(before, old, name);
    identities.renamed(before, after, old, name);
    edit(kind, _ -> after);
  }

  /// Changes the list looked at; its name stays.
  void editList(String kind, UnaryOperator<TermList> change) {
    String name = list.get();
    if (name != null) {
      edit(kind + " " + name, it -> LexiconDraft.withList(it, name, change));
    }
  }

  @Override
  public void rename(String name) {
    edit("id", it -> LexiconDraft.renamed(it, name));
  }

  /// Goes back to what was saved or opened; that can be undone, too.
  void revert() {
    edit("revert", _ -> saved);
  }

  /// Writes the draft to a file, which stays the one that is saved to, and makes it the lexicon of
  /// the study, which can be undone there. A draft that still bears the name of bundled lists gets
  /// the file's.
  ///
  /// @return whether it was written; a draft with an error is not
  /// @throws PlumblineException if the file cannot be written
  boolean save(Path to) {
    if (hasError()) {
      session.notices().warning(look.text("lexicon.not-saved", to.getFileName()));
      return false;
    }
    Lexicon named = draft();
    if (LexiconReader.isBundled(named.id())) {
      named = LexiconDraft.renamed(named, LexiconReader.idOf(to));
    }
    LexiconReader.write(to, named);
    Lexicon written = named;
    edit("name", _ -> written);
    Map<String, String> renames = identities.renames(written);
    identities.saved(written);
    saved = written;
    file = Optional.of(to);
    setDraft(written);
    findings.setAll(LexiconChecks.of(written));
    session.edit(
        look.text("undo.lexicon", written.id()),
        request -> StudyEdits.withLexicon(request, written, renames));
    session.notices().information(look.text("figure.saved", to));
    return true;
  }

  /// Whether a file holds other lists than those that were opened from it or saved to it, so that
  /// saving would take away what something else has written.
  boolean changedElsewhere(Path to) {
    return file.filter(to::equals).isPresent()
        && Files.exists(to)
        && !onDisk(to).equals(Optional.of(saved));
  }

  /// The lists of a file as it is now; empty if it cannot be read.
  Optional<Lexicon> onDisk(Path from) {
    try {
      return Optional.of(LexiconReader.read(from));
    } catch (PlumblineException _) {
      return Optional.empty();
    }
  }

  /// Goes on with the lists of the draft's file as they are now; that can be undone. The study has
  /// them once they are saved.
  void takeTheirs() {
    Lexicon theirs = LexiconReader.read(file.orElseThrow());
    edit("theirs", _ -> theirs);
    saved = theirs;
    show(theirs);
  }

  /// The user's file that the draft comes from and is saved to, empty until there is one.
  Optional<Path> file() {
    return file;
  }

  /// Whether the draft differs from what was saved or opened.
  public boolean isChanged() {
    return !draft().equals(saved);
  }

  /// Whether the draft cannot be written and read again.
  boolean hasError() {
    return findings.stream().anyMatch(LexiconFinding::isError);
  }

  /// Whether the editor is on screen.
  public BooleanProperty openProperty() {
    return open;
  }

  @Override
  public String id() {
    return draft().id();
  }

  /// Name of the list looked at, null if there is none.
  public ObjectProperty<String> listProperty() {
    return list;
  }

  /// The list looked at.
  Optional<TermList> list() {
    return Optional.ofNullable(list.get()).map(draft().terms()::get);
  }

  /// The term looked at, null if there is none.
  ObjectProperty<String> termProperty() {
    return term;
  }

  /// What is wrong or weak, errors first.
  ObservableList<LexiconFinding> findings() {
    return findings;
  }

  /// What lists and terms catch.
  CaptionLooks looks() {
    return looks;
  }

  /// Language and colours.
  Look look() {
    return look;
  }
}

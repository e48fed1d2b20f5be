package dev.plumbline.ui.session;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the user has to be told, each a sentence on a card until it is dismissed.
public final class Notices {
  private static final int MOST = 5;

  private final ObservableList<Notice> shown = FXCollections.observableArrayList();

  /// How much a notice matters.
  public enum Kind {
    ERROR,
    WARNING,
    INFORMATION
  }

  /// One sentence.
  public record Notice(Kind kind, String sentence) {}

  /// Tells of something that failed.
  public void error(String sentence) {
    add(new Notice(Kind.ERROR, sentence));
  }

  /// Tells of something that needs attention.
  public void warning(String sentence) {
    add(new Notice(Kind.WARNING, sentence));
  }

  /// Tells that something was done.
  public void information(String sentence) {
    add(new Notice(Kind.INFORMATION, sentence));
  }

  /// Takes a notice away.
  public void dismiss(Notice notice) {
    shown.remove(notice);
  }

  /// Takes all notices away.
  public void clear() {
    shown.clear();
  }

  /// Notices on screen, newest last.
  public ObservableList<Notice> shown() {
    return shown;
  }

  private void add(Notice notice) {
    shown.remove(notice);
    shown.add(notice);
    if (shown.size() > MOST) {
      shown.removeFirst();
    }
  }
}

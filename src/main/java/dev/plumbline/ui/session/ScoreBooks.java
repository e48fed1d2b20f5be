package dev.plumbline.ui.session;

import dev.plumbline.performance.Score;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Keeps the score book of a session up to date, in the background.
public final class ScoreBooks {
  private final Latest<ScoreBook> latest;
  private final ReadOnlyObjectWrapper<ScoreBook> book =
      new ReadOnlyObjectWrapper<>(ScoreBook.empty());
  private List<Score> read = List.of();

  /// The book of `session`.
  public ScoreBooks(StudySession session, Workers workers) {
    latest = new Latest<>(workers.quick(), workers.screen());
    session.resultProperty().subscribe(result -> follow(result.scores()));
  }

  /// The book.
  public ReadOnlyObjectProperty<ScoreBook> bookProperty() {
    return book.getReadOnlyProperty();
  }

  /// The book, now.
  public ScoreBook book() {
    return book.get();
  }

  private void follow(List<Score> scores) {
    if (!scores.equals(read)) {
      read = scores;
      latest.request(
          () -> ScoreBook.of(scores),
          book::set,
          failure -> {
            throw new IllegalStateException(failure);
          });
    }
  }
}

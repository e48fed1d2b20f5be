package dev.plumbline.ui.cache;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.EmbeddingCache;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is kept for the next run, and the means to change it; measured in the background.
public final class CacheModel {
  private final Path folder;
  private final Workers workers;
  private final Latest<CacheContents> latest;
  private final Consumer<String> complaints;
  private final ReadOnlyObjectWrapper<Optional<CacheContents>> contents =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param folder the user's cache
  /// @param complaints takes a sentence if something fails
  public CacheModel(Path folder, Workers workers, Consumer<String> complaints) {
    this.folder = folder;
    this.workers = workers;
    this.complaints = complaints;
    this.latest = new Latest<>(workers.quick(), workers.screen());
  }

  /// What is kept, empty until it was measured.
  public ReadOnlyObjectProperty<Optional<CacheContents>> contentsProperty() {
    return contents.getReadOnlyProperty();
  }

  /// Looks again.
  public void measure() {
    latest.request(
        this::now,
        found -> contents.set(Optional.of(found)),
        failure -> complaints.accept(String.valueOf(failure.getMessage())));
  }

  /// Removes all embeddings; a run that is going on is not disturbed.
  public void clear() {
    change(() -> cache().clear());
  }

  /// Sets the limit from now on; what exceeds it goes at once, the longest unused first.
  public void limit(long bytes) {
    change(() -> EmbeddingCache.setLimit(folder, bytes));
  }

  private void change(Runnable change) {
    workers
        .quick()
        .execute(
            () -> {
              try {
                change.run();
              } catch (PlumblineException e) {
                workers.screen().execute(() -> complaints.accept(e.getMessage()));
              }
              workers.screen().execute(this::measure);
            });
  }

  private EmbeddingCache cache() {
    return EmbeddingCache.at(folder, EmbeddingCache.limitOf(folder));
  }

  private CacheContents now() {
    EmbeddingCache cache = cache();
    return new CacheContents(
        folder,
        cache.vectors(),
        cache.bytes(),
        CacheFolder.bytes(folder),
        EmbeddingCache.limitOf(folder));
  }
}

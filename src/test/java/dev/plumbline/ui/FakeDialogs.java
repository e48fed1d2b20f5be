package dev.plumbline.ui;

import dev.plumbline.ui.part.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Answers every question for a file with the path a test put there.
final class FakeDialogs implements FileDialogs {
  private final AtomicReference<Path> answer = new AtomicReference<>();

  void answer(Path path) {
    answer.set(path);
  }

  @Override
  public List<Path> open(Kind kind) {
    return Optional.ofNullable(answer.get()).map(List::of).orElse(List.of());
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.ofNullable(answer.get());
  }

  @Override
  public Optional<Path> save(Kind kind, String name) {
    return Optional.ofNullable(answer.get());
  }
}

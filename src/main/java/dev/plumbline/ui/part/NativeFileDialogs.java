package dev.plumbline.ui.part;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Remembered;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The operating system's dialogs; they begin in the last folder.
public final class NativeFileDialogs implements FileDialogs {
  private final Supplier<Window> owner;
  private final Look look;
  private final Remembered remembered;

  /// Dialogs in front of `owner`.
  public NativeFileDialogs(Supplier<Window> owner, Look look, Remembered remembered) {
    this.owner = owner;
    this.look = look;
    this.remembered = remembered;
  }

  @Override
  public List<Path> open(Kind kind) {
    FileChooser chooser = chooser(kind);
    return asked(
        () -> {
          if (kind == Kind.STUDY) {
            return Optional.ofNullable(chooser.showOpenDialog(owner.get()))
                .map(file -> List.of(chosen(file)))
                .orElse(List.of());
          }
          List<File> files = chooser.showOpenMultipleDialog(owner.get());
          return files == null ? List.of() : files.stream().map(this::chosen).toList();
        });
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    lastFolder().ifPresent(chooser::setInitialDirectory);
    return asked(() -> Optional.ofNullable(chooser.showDialog(owner.get())).map(this::chosen));
  }

  @Override
  public Optional<Path> save(Kind kind, String name) {
    FileChooser chooser = chooser(kind);
    String suffix = "." + kind.suffixes().getFirst();
    chooser.setInitialFileName(name.replaceAll("[\\\\/:*?\"<>|]", "-") + suffix);
    return asked(
        () ->
            Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(this::chosen)
                .map(path -> suffixed(path, suffix)));
  }

  private static Path suffixed(Path path, String suffix) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(suffix) ? path : path.resolveSibling(name + suffix);
  }

  private FileChooser chooser(Kind kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(look.text("dialog." + kind.name()));
    List<String> patterns = kind.suffixes().stream().map(suffix -> "*." + suffix).toList();
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(look.text("dialog.kind." + kind.name()), patterns),
            new FileChooser.ExtensionFilter(look.text("dialog.kind.all"), "*"));
    lastFolder().ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private Optional<File> lastFolder() {
    return remembered.now().folder().filter(Files::isDirectory).map(Path::toFile);
  }

  private Path chosen(File file) {
    Path path = file.toPath();
    remembered.change(now -> now.withFolderOf(path));
    return path;
  }

  private <T> T asked(Supplier<T> dialog) {
    try {
      return dialog.get();
    } catch (UnsupportedOperationException e) {
      throw new PlumblineException(look.text("dialog.none"), e);
    }
  }
}

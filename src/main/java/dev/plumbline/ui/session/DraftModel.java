package dev.plumbline.ui.session;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Something named that is edited as a draft: begun with the study's own, with one that comes along
/// or with a file, changed in steps that can be taken back and done again.
public interface DraftModel {
  /// Names of those that come along.
  List<String> bundled();

  /// Begins with the study's own.
  void begin();

  /// Begins with one that comes along.
  ///
  /// @param name one of [#bundled()]
  void choose(String name);

  /// Begins with a file of the user's.
  void open(Path file);

  /// The draft as it stands.
  ReadOnlyObjectProperty<?> draftProperty();

  /// Name of the draft.
  String id();

  /// Gives the draft another name.
  void rename(String name);

  /// Steps that can be taken back and done again.
  EditHistory<?> history();

  /// Takes the newest step back.
  void undo();

  /// Does the step again that was taken back last.
  void redo();
}

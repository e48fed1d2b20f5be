package dev.plumbline.cli;

import java.util.List;

/// A command that reads files the user named; an error sentence that names none of them gets the
/// first one's name in front.
interface FileCommand {
  /// Files and folders as the user wrote them, the most likely culprit first.
  List<String> inputs();
}

package dev.plumbline.cli;

import dev.plumbline.study.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The command `plumbline` itself: help and version.
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.VersionText.class,
    description = "Training data, intrinsic bias and performance of CLIP models.",
    footer = {
      "",
      "Without arguments the window opens on the last study, at first on the sample study.",
      "Exit codes: 0 done, 1 unexpected error, 2 bad input, 130 cancelled."
    })
final class RootCommand {
  /// The text behind `--version`.
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Plumbline " + Version.text() + " on Java " + Runtime.version()};
    }
  }
}

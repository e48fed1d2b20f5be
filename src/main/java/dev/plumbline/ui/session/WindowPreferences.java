package dev.plumbline.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the window remembers between two starts.
///
/// @param language `en` or `ja`, empty to follow the system
/// @param theme colours
/// @param folder folder of the last file chosen
/// @param recent studies opened or saved, newest first
/// @param width width of the window in pixels
/// @param height height of the window in pixels
/// @param device device asked for in runs
/// @param stimuli folder in which stimuli were looked for last
/// @param countRows rows up to which manifests are counted without being asked for
public record WindowPreferences(
    Optional<String> language,
    Theme theme,
    Optional<Path> folder,
    List<Path> recent,
    double width,
    double height,
    String device,
    Optional<Path> stimuli,
    long countRows) {
  /// 100 million rows, which take some minutes on two cores.
  public static final long USUAL_COUNT = 100_000_000;

  private static final int MOST_RECENT = 8;

  public WindowPreferences {
    recent = List.copyOf(recent);
  }

  /// The system's language, light, 1360×860, no files.
  public static WindowPreferences defaults() {
    return new WindowPreferences(
        Optional.empty(),
        Theme.LIGHT,
        Optional.empty(),
        List.of(),
        1360,
        860,
        "auto",
        Optional.empty(),
        USUAL_COUNT);
  }

  /// The same with another language.
  public WindowPreferences withLanguage(String code) {
    return new WindowPreferences(
        Optional.of(code), theme, folder, recent, width, height, device, stimuli, countRows);
  }

  /// The same with another theme.
  public WindowPreferences withTheme(Theme other) {
    return new WindowPreferences(
        language, other, folder, recent, width, height, device, stimuli, countRows);
  }

  /// The same with the folder of `file` as the last folder.
  public WindowPreferences withFolderOf(Path file) {
    Optional<Path> parent = Optional.ofNullable(file.toAbsolutePath().getParent());
    return new WindowPreferences(
        language, theme, parent, recent, width, height, device, stimuli, countRows);
  }

  /// The same with `study` as the newest study.
  public WindowPreferences withRecent(Path study) {
    List<Path> all = new ArrayList<>(recent);
    Path absolute = study.toAbsolutePath().normalize();
    all.remove(absolute);
    all.addFirst(absolute);
    List<Path> kept = all.subList(0, Math.min(all.size(), MOST_RECENT));
    return new WindowPreferences(
        language, theme, folder, kept, width, height, device, stimuli, countRows);
  }

  /// The same with another size of the window.
  public WindowPreferences withSize(double newWidth, double newHeight) {
    return new WindowPreferences(
        language, theme, folder, recent, newWidth, newHeight, device, stimuli, countRows);
  }

  /// The same with another device.
  public WindowPreferences withDevice(String other) {
    return new WindowPreferences(
        language, theme, folder, recent, width, height, other, stimuli, countRows);
  }

  /// The same with another folder of stimuli.
  public WindowPreferences withStimuli(Path other) {
    return new WindowPreferences(
        language, theme, folder, recent, width, height, device, Optional.of(other), countRows);
  }

  /// The same with another number of rows that are counted without being asked for.
  public WindowPreferences withCountRows(long other) {
    return new WindowPreferences(
        language, theme, folder, recent, width, height, device, stimuli, other);
  }
}

package dev.plumbline.ui.bias;

import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.StudyEdits;
import java.nio.file.Path;
import java.util.Optional;

/// Takes the tests of another battery into the study.
final class BatteryChoice {
  private BatteryChoice() {}

  /// Reads a battery in the background; its image folder is asked for where it names images.
  static void load(Workbench bench, Path file) {
    new Latest<Battery>(bench.workers().quick(), bench.workers().screen())
        .request(
            () -> BatteryReader.read(file),
            battery -> take(bench, battery),
            failure -> bench.session().notices().error(String.valueOf(failure.getMessage())));
  }

  private static void take(Workbench bench, Battery battery) {
    boolean images = battery.sets().values().stream().anyMatch(set -> set.images().isPresent());
    Optional<Path> folder =
        images ? bench.dialogs().folder(bench.look().text("bias.image-folder")) : Optional.empty();
    bench
        .session()
        .edit(
            bench.look().text("undo.battery"),
            request -> StudyEdits.withBattery(request, battery, folder));
  }
}

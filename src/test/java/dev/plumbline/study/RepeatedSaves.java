package dev.plumbline.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that saves studies of changing size into one file until it is killed; it prints a
/// character once the first is saved.
final class RepeatedSaves {
  private RepeatedSaves() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    RandomStudies studies = new RandomStudies(11, file.getParent());
    for (int i = 0; ; i++) {
      Study study = studies.next();
      List<LogEntry> log = new ArrayList<>(study.log());
      for (int j = 0; j <= i % 50; j++) {
        log.add(LogEntry.info("save " + i + " ".repeat(2000 * (i % 7))));
      }
      StudyFile.write(file, new Study(study.request(), study.result(), study.provenance(), log));
      if (i == 0) {
        System.out.write('.');
        System.out.flush();
      }
    }
  }
}

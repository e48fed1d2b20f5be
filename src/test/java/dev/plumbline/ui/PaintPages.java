package dev.plumbline.ui;

import dev.plumbline.ui.session.Theme;
import java.nio.file.Path;
import java.util.Locale;

final class PaintPages {
  public static void main(String[] a) {
    for (String job : a) {
      String[] j = job.split(",");
      long t = System.nanoTime();
      new PagePainter(
              Theme.valueOf(j[0].toUpperCase(Locale.ROOT)),
              Locale.of(j[1]),
              Integer.parseInt(j[2]),
              Integer.parseInt(j[3]),
              j.length > 4 ? Double.parseDouble(j[4]) : 1)
          .paint(StudyFixture.study(), Path.of("/tmp/uipics", String.join("-", j)));
      System.out.println(job + " " + (System.nanoTime() - t) / 1000000 + " ms");
    }
    System.exit(0);
  }
}

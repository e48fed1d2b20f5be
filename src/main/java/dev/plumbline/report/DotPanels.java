package dev.plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// A dot plot's content: the same rows in panels side by side on one scale.
///
/// @param rows names down the left
/// @param panels panels, in order
/// @param scale the scale of all panels
record DotPanels(List<Matrix.Row> rows, List<Panel> panels, Scale scale) {
  DotPanels {
    rows = List.copyOf(rows);
    panels = List.copyOf(panels);
  }

  /// A scale with a tick at every multiple of a step.
  ///
  /// @param low left end
  /// @param high right end
  /// @param step between ticks
  /// @param decimals of the ticks' numbers
  /// @param signed whether positive numbers have a plus
  record Scale(double low, double high, double step, int decimals, boolean signed) {
    /// From −reach to +reach, ticks at whole numbers.
    static Scale around(double reach) {
      return new Scale(-reach, reach, 1, 0, true);
    }

    /// From 0 to a little more than `most`, with about four ticks.
    static Scale upTo(double most) {
      double greatest = Math.max(most, 1e-6);
      double size = Math.pow(10, Math.floor(Math.log10(greatest / 4)));
      double step =
          DoubleStream.of(1, 2, 5, 10)
              .map(it -> it * size)
              .filter(it -> greatest / it <= 4.5)
              .findFirst()
              .orElse(10 * size);
      int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
      return new Scale(0, greatest * 1.05, step, decimals, false);
    }
  }

  /// One panel.
  ///
  /// @param name its name
  /// @param band values to compare with
  /// @param dots one a row
  record Panel(String name, Optional<Band> band, List<Dot> dots) {
    Panel {
      dots = List.copyOf(dots);
    }
  }

  /// A grey band behind the dots.
  ///
  /// @param low its left end
  /// @param mean line in it
  /// @param high its right end
  /// @param note what it is, in few words
  /// @param brief the same, shorter
  record Band(double low, double mean, double high, String note, String brief) {}

  /// One dot.
  ///
  /// @param mark place, interval, label, record
  /// @param filled whether it is filled, else only an outline
  record Dot(Mark mark, boolean filled) {}
}

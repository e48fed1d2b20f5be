package dev.plumbline.report;

import java.util.List;
import java.util.Optional;

/// A dot plot's content: the same rows in panels side by side on one scale.
///
/// @param rows names down the left
/// @param panels panels, in order
/// @param reach the scale runs from −reach to +reach
record DotPanels(List<Matrix.Row> rows, List<Panel> panels, double reach) {
  DotPanels {
    rows = List.copyOf(rows);
    panels = List.copyOf(panels);
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

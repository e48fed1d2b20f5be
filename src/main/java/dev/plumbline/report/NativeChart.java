package dev.plumbline.report;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an office program needs to draw a figure by itself, so that it can be edited on a slide.
public sealed interface NativeChart {
  /// Clustered bars, with interval lines where there are intervals.
  ///
  /// @param valueAxis quantity and unit
  /// @param percent whether values are shares to be shown as per cent
  /// @param grid the numbers
  record Bars(String valueAxis, boolean percent, MarkGrid grid) implements NativeChart {}

  /// Points with markers, and an optional line through them.
  ///
  /// @param xAxis quantity and unit of x
  /// @param yAxis quantity and unit of y
  /// @param percent whether x is a share to be shown as per cent
  /// @param series points by colour and shape
  /// @param headline the answer in figures, empty if there is none
  /// @param lineName name of the fitted line in the legend
  /// @param line ends of the fitted line, empty if there is none
  record Scatter(
      String xAxis,
      String yAxis,
      boolean percent,
      List<Points> series,
      String headline,
      String lineName,
      List<Point> line)
      implements NativeChart {
    public Scatter {
      series = List.copyOf(series);
      line = List.copyOf(line);
    }
  }

  /// Points that look alike.
  ///
  /// @param name what they have in common
  /// @param color fill
  /// @param marker shape
  /// @param points the points
  record Points(String name, Color color, Marker marker, List<Point> points) {
    public Points {
      points = List.copyOf(points);
    }
  }

  /// A labelled point.
  record Point(String label, double x, double y) {}

  /// A table with filled cells.
  ///
  /// @param rows names of rows
  /// @param groups names of columns under their common headings
  /// @param cells one list a row
  record Table(List<String> rows, List<Group> groups, List<List<Cell>> cells)
      implements NativeChart {
    public Table {
      rows = List.copyOf(rows);
      groups = List.copyOf(groups);
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /// Columns under a common heading.
  ///
  /// @param name the heading, empty for none
  /// @param columns names of the columns
  record Group(String name, List<String> columns) {
    public Group {
      columns = List.copyOf(columns);
    }
  }

  /// One cell.
  ///
  /// @param text what is written in it
  /// @param value the number behind it
  /// @param strong whether it is written in bold
  /// @param fill background, empty for none
  record Cell(String text, OptionalDouble value, boolean strong, Optional<Color> fill) {}

  /// Nothing to draw, and why.
  record Sentence(String text) implements NativeChart {}
}

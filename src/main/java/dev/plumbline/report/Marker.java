package dev.plumbline.report;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Shapes of points, of about equal area.
public enum Marker {
  /// A disc.
  CIRCLE,
  /// A square.
  SQUARE,
  /// A triangle that points up.
  TRIANGLE,
  /// A square on its corner.
  DIAMOND;

  /// The shape around the origin, as heavy as a disc of that diameter.
  public Shape shape(double diameter) {
    double r = diameter / 2;
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(-r, -r, diameter, diameter);
      case SQUARE -> {
        double half = r * 0.89;
        yield new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
      }
      case TRIANGLE -> polygon(0, -1.35 * r, 1.17 * r, 0.75 * r, -1.17 * r, 0.75 * r);
      case DIAMOND -> polygon(0, -1.25 * r, 1.25 * r, 0, 0, 1.25 * r, -1.25 * r, 0);
    };
  }

  private static Shape polygon(double... xy) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }
}

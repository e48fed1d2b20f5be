package dev.plumbline.report;

import java.awt.Shape;
import org.jfree.chart.entity.ChartEntity;

/// Area of a chart that stands for a subject; its tooltip is the subject's full record.
public final class SubjectEntity extends ChartEntity {
  private static final long serialVersionUID = 1L;
  private final transient Subject subject;

  /// Covers `area`.
  public SubjectEntity(Shape area, Subject subject, String tooltip) {
    super(area, tooltip);
    this.subject = subject;
  }

  /// What the area stands for.
  public Subject subject() {
    return subject;
  }
}

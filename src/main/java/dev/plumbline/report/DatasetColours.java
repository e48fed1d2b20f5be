package dev.plumbline.report;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/// Which colour each dataset has: the same on every page and in every export.
///
/// The n-th dataset of the study has the n-th series colour. Datasets beyond the sixth get the same
/// hues mixed with the text colour; what is not a dataset of the study is neutral.
///
/// @param datasets ids of the study's manifests, in its order
public record DatasetColours(List<String> datasets) {
  private static final double LATER_ROUND = 0.45;

  public DatasetColours {
    datasets = datasets.stream().distinct().toList();
  }

  /// Colour of a dataset.
  public Color of(String dataset, ChartTheme theme) {
    int index = datasets.indexOf(dataset);
    if (index < 0) {
      return theme.zero();
    }
    int hues = theme.series().size();
    Color hue = theme.series().get(index % hues);
    return index < hues ? hue : ChartTheme.mix(hue, theme.text(), LATER_ROUND);
  }

  /// Colour of a dataset that may be unknown.
  public Color of(Optional<String> dataset, ChartTheme theme) {
    return of(dataset.orElse(""), theme);
  }
}

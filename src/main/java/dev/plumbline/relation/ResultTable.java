package dev.plumbline.relation;

import dev.plumbline.performance.Score;
import java.util.List;

/// What a table of association results holds.
///
/// @param layout kind of table, in words
/// @param effects effect sizes in the file's order, one a model, test and order
/// @param models the models, in the order of their first effect
/// @param scores performance that the table carries along
/// @param notes what was left out and why
public record ResultTable(
    String layout,
    List<ReportedEffect> effects,
    List<ReportedModel> models,
    List<Score> scores,
    List<String> notes) {
  public ResultTable {
    effects = List.copyOf(effects);
    models = List.copyOf(models);
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }
}

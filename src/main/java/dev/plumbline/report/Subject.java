package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.TestId;
import java.util.Optional;

/// What a mark of a chart stands for, so that choosing it in one chart highlights it in the others.
public sealed interface Subject {
  /// A dataset as a whole, such as its entry in a legend.
  record Dataset(String dataset) implements Subject {}

  /// One bar of a dataset's composition.
  ///
  /// @param dataset the manifest
  /// @param key term list or bin of a facet
  record Mention(String dataset, String key) implements Subject {}

  /// How far a dataset is from a reference in one facet.
  record Distance(String dataset, String facet) implements Subject {}

  /// The caption association of one test in one dataset.
  record Caption(String dataset, TestId test) implements Subject {}

  /// A model as a whole.
  ///
  /// @param model the model
  /// @param dataset manifest it was trained on, if known
  record Model(ModelId model, Optional<String> dataset) implements Subject {}

  /// One model's d in one test and order.
  ///
  /// @param model the model
  /// @param dataset manifest it was trained on, if known
  /// @param test id of the test
  /// @param category its category
  /// @param order label of the order
  record Effect(ModelId model, Optional<String> dataset, String test, String category, String order)
      implements Subject {}

  /// The correlation in one category and order.
  record Relation(String category, String order) implements Subject {}

  /// One attribute's skew when one model searches a labelled folder.
  ///
  /// @param model the model
  /// @param dataset manifest it was trained on, if known
  /// @param source id of the folder
  /// @param attribute the attribute
  record Skew(ModelId model, Optional<String> dataset, String source, String attribute)
      implements Subject {}

  /// One value's skew for one query.
  ///
  /// @param skew the model, folder and attribute
  /// @param query the query
  /// @param value the value
  record Query(Skew skew, String query, String value) implements Subject {}

  /// One model's score on one dataset.
  ///
  /// @param model the model
  /// @param trainedOn manifest it was trained on, if known
  /// @param evaluatedOn dataset or aggregate of the score
  /// @param metric its metric
  record Performance(ModelId model, Optional<String> trainedOn, String evaluatedOn, String metric)
      implements Subject {}
}

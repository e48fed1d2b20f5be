package dev.plumbline.ui.session;

import dev.plumbline.composition.LexiconTest;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.report.Highlight;
import dev.plumbline.report.Subject;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What belongs together across charts: a manifest with the models trained on it, a category with
/// its tests.
public final class Linking {
  private Linking() {}

  /// What is to be lit for these choices: a manifest lights its models and a model its manifest;
  /// several choices of manifests and models add up.
  public static Highlight highlight(
      List<Choice> choices, StudyRequest request, StudyResult result) {
    Set<String> datasets = new HashSet<>();
    Set<ModelId> models = new HashSet<>();
    Set<String> categories = new HashSet<>();
    for (Choice choice : choices) {
      switch (choice) {
        case Choice.Dataset it -> datasets.add(it.id().value());
        case Choice.Model it -> models.add(it.id());
        case Choice.Category it -> categories.add(it.name());
      }
    }
    Set<String> withModels = new HashSet<>(datasets);
    for (ModelFacts facts : result.models()) {
      if (models.contains(facts.id())) {
        facts.pretrainingDataset().ifPresent(withModels::add);
      }
      if (facts.pretrainingDataset().filter(datasets::contains).isPresent()) {
        models.add(facts.id());
      }
    }
    return new Highlight(withModels, models, tests(categories, request), categories);
  }

  /// The choices that picking a mark stands for, dataset or model first.
  public static List<Choice> choices(Subject subject, StudyRequest request) {
    return switch (subject) {
      case Subject.Dataset it -> List.of(dataset(it.dataset()));
      case Subject.Mention it -> List.of(dataset(it.dataset()));
      case Subject.Distance it -> List.of(dataset(it.dataset()));
      case Subject.Caption it -> {
        List<Choice> both = new ArrayList<>(List.of(dataset(it.dataset())));
        category(it.test().value(), request).ifPresent(both::add);
        yield both;
      }
      case Subject.Model it -> List.of(new Choice.Model(it.model()));
      case Subject.Effect it ->
          List.of(new Choice.Model(it.model()), new Choice.Category(it.category()));
      case Subject.Relation it -> List.of(new Choice.Category(it.category()));
      case Subject.Skew it -> List.of(new Choice.Model(it.model()));
      case Subject.Query it -> List.of(new Choice.Model(it.skew().model()));
      case Subject.Performance it -> List.of(new Choice.Model(it.model()));
    };
  }

  /// Categories of the tests, in the battery's order.
  public static List<String> categories(StudyRequest request) {
    Set<String> names = new LinkedHashSet<>();
    request.battery().tests().forEach(test -> names.add(test.category()));
    return List.copyOf(names);
  }

  private static Choice dataset(String id) {
    return new Choice.Dataset(new DatasetId(id));
  }

  private static Optional<Choice> category(String test, StudyRequest request) {
    return request.battery().tests().stream()
        .filter(candidate -> candidate.id().value().equals(test))
        .map(AssociationTest::category)
        .findFirst()
        .map(Choice.Category::new);
  }

  private static Set<String> tests(Set<String> categories, StudyRequest request) {
    Set<String> tests = new HashSet<>();
    for (AssociationTest test : request.battery().tests()) {
      if (categories.contains(test.category())) {
        tests.add(test.id().value());
      }
    }
    for (LexiconTest test : request.lexicon().tests()) {
      if (categories.contains(test.id().value())) {
        tests.add(test.id().value());
      }
    }
    return tests;
  }
}

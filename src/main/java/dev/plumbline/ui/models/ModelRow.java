package dev.plumbline.ui.models;

import dev.plumbline.embedding.CatalogEntry;
import dev.plumbline.embedding.Check;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.ModelSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A model of the study with what its bundle and the last run say.
///
/// @param source where it lies
/// @param state what was found there
/// @param facts what the last run noted, if it met the model
record ModelRow(ModelSource source, BundleState state, Optional<ModelFacts> facts) {
  Path folder() {
    return source.folder();
  }

  Optional<ModelBundle> bundle() {
    return state instanceof BundleState.Opened opened
        ? Optional.of(opened.bundle())
        : Optional.empty();
  }

  Optional<CatalogEntry> catalog() {
    return bundle().map(ModelBundle::catalog);
  }

  String name() {
    return catalog()
        .map(entry -> entry.id().value())
        .or(() -> facts.map(known -> known.id().value()))
        .orElseGet(() -> String.valueOf(folder().getFileName()));
  }

  String architecture() {
    return catalog()
        .flatMap(CatalogEntry::architecture)
        .or(() -> facts.flatMap(ModelFacts::architecture))
        .orElse("");
  }

  Optional<String> trainedOn() {
    return source
        .pretrainingDataset()
        .or(() -> catalog().flatMap(CatalogEntry::pretrainingDataset))
        .or(() -> facts.flatMap(ModelFacts::pretrainingDataset));
  }

  OptionalDouble parameters() {
    if (bundle().isPresent() && bundle().get().parameters() > 0) {
      return OptionalDouble.of(bundle().get().parameters());
    }
    return facts
        .filter(known -> known.parameters().isPresent())
        .map(known -> OptionalDouble.of(known.parameters().getAsLong()))
        .orElseGet(OptionalDouble::empty);
  }

  /// Where it ran: in the last run, else in the preflight.
  String device() {
    return facts.flatMap(ModelFacts::device).or(this::checkedOn).orElse("");
  }

  /// Where the preflight ran.
  Optional<String> checkedOn() {
    return state instanceof BundleState.Opened opened ? opened.device() : Optional.empty();
  }

  /// Whether it was run to check it.
  boolean ran() {
    return state instanceof BundleState.Opened opened && opened.ran();
  }

  /// What was checked, and in what way the last run was not as asked for.
  List<Check> checks() {
    List<Check> checks = new ArrayList<>(bundle().map(ModelBundle::checks).orElse(List.of()));
    facts.ifPresent(
        known -> known.deviceNotes().forEach(note -> checks.add(Check.noted("last-run", note))));
    return checks;
  }

  long count(Check.Status status) {
    return checks().stream().filter(check -> check.status() == status).count();
  }
}

package dev.plumbline.study;

import dev.plumbline.association.QueryRankings;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.association.RetrievalSettings;
import dev.plumbline.association.RetrievalSkew;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageAttribute;
import dev.plumbline.stimulus.LabelledFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Searches labelled folders with one model and measures who is shown first.
final class RetrievalStage {
  private final StudyRequest request;
  private final StudyStimuli stimuli;

  RetrievalStage(StudyRequest request, StudyStimuli stimuli) {
    this.request = request;
    this.stimuli = stimuli;
  }

  /// One row a folder and attribute; folders that cannot be read have none.
  List<RetrievalRow> rows(ModelId model, ModelVectors vectors, Cancellation cancellation) {
    List<RetrievalRow> rows = new ArrayList<>();
    for (int i = 0; i < request.retrieval().size(); i++) {
      RetrievalSource source = request.retrieval().get(i);
      stimuli
          .retrieval()
          .get(i)
          .ifPresent(folder -> rows.addAll(rows(model, source, folder, vectors, cancellation)));
    }
    return rows;
  }

  private List<RetrievalRow> rows(
      ModelId model,
      RetrievalSource source,
      LabelledFolder folder,
      ModelVectors vectors,
      Cancellation cancellation) {
    RetrievalSettings settings = source.settings(request);
    List<Integer> places = readable(folder, vectors);
    try {
      QueryRankings rankings =
          QueryRankings.of(
              vectors.images(folder.images()),
              places.stream().map(folder.names()::get).toList(),
              vectors.texts(folder.queries()),
              folder.queries(),
              settings.seed(),
              cancellation);
      return folder.attributes().stream()
          .map(
              attribute ->
                  row(
                      model,
                      source,
                      folder,
                      attribute.of(places),
                      rankings,
                      settings,
                      cancellation))
          .toList();
    } catch (PlumblineException e) {
      return folder.attributes().stream()
          .map(attribute -> skipped(model, source, attribute, e))
          .toList();
    }
  }

  private static RetrievalRow row(
      ModelId model,
      RetrievalSource source,
      LabelledFolder folder,
      ImageAttribute attribute,
      QueryRankings rankings,
      RetrievalSettings settings,
      Cancellation cancellation) {
    try {
      RetrievalResult result = new RetrievalSkew(settings).of(rankings, attribute, cancellation);
      return new RetrievalRow(
          model,
          source.id(),
          attribute.name(),
          Optional.of(result.withNotes(folder.notes())),
          Optional.empty());
    } catch (PlumblineException e) {
      return skipped(model, source, attribute, e);
    }
  }

  private static RetrievalRow skipped(
      ModelId model, RetrievalSource source, ImageAttribute attribute, PlumblineException why) {
    return new RetrievalRow(
        model, source.id(), attribute.name(), Optional.empty(), Optional.of(why.getMessage()));
  }

  private static List<Integer> readable(LabelledFolder folder, ModelVectors vectors) {
    Set<Path> read = Set.copyOf(vectors.readable(folder.images()));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < folder.images().size(); i++) {
      if (read.contains(folder.images().get(i))) {
        places.add(i);
      }
    }
    return places;
  }
}

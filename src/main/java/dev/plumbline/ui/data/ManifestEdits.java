package dev.plumbline.ui.data;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.Engines;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Changes of the study's manifests and term lists, each a step that can be undone.
final class ManifestEdits {
  private final StudySession session;
  private final Look look;
  private final Engines engines;

  ManifestEdits(StudySession session, Look look, Engines engines) {
    this.session = session;
    this.look = look;
    this.engines = engines;
  }

  /// Adds manifests.
  ///
  /// @return the last of them
  Optional<DatasetId> add(List<Path> files) {
    files.forEach(
        file ->
            session.edit(
                look.text("undo.add-manifest", file.getFileName()),
                request -> StudyEdits.withManifest(request, file)));
    return files.isEmpty() ? Optional.empty() : Optional.of(last());
  }

  /// Adds a manifest that a cluster sees; its credentials are kept in memory only.
  DatasetId add(EngineAddress cluster, List<String> files) {
    engines.remember(cluster);
    String last = files.getFirst().replaceAll("/+$", "");
    String name = last.substring(last.lastIndexOf('/') + 1).replaceAll("[*?].*|[.][^.]*$", "");
    session.edit(
        look.text("undo.add-manifest", last),
        request ->
            StudyEdits.withManifest(
                request, name.isBlank() ? "cluster" : name, files, Optional.of(cluster.text())));
    return last();
  }

  private DatasetId last() {
    return session.request().manifests().getLast().id();
  }

  void remove(DatasetId id) {
    session.edit(
        look.text("undo.remove", id.value()), request -> StudyEdits.withoutManifest(request, id));
  }

  void assign(DatasetId id, ColumnRole role, Optional<String> column) {
    session.edit(
        look.text("undo.reassign", id.value()),
        request -> StudyEdits.reassigned(request, id, role, column));
  }

  void lookFor(Lexicon lexicon) {
    session.edit(
        look.text("undo.lexicon", lexicon.id()),
        request -> StudyEdits.withLexicon(request, lexicon));
  }
}

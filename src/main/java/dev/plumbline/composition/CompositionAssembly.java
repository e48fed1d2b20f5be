package dev.plumbline.composition;

import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a result together from counted groups.
final class CompositionAssembly {
  private CompositionAssembly() {}

  static CompositionResult of(
      Manifest manifest,
      CompositionSettings settings,
      TermMatcher matcher,
      GroupTable groups,
      List<Reject> rejects) {
    MentionCounter mentions = new MentionCounter(settings.lexicon(), matcher);
    groups.terms(mentions::add);
    long[] rows = groups.rows();
    return new CompositionResult(
        manifest.id(),
        settings,
        rows[0] + rows[1],
        rows[1],
        manifest.files().size(),
        manifest.bytes(),
        columns(manifest),
        new FacetReader(groups, rows[0]).read(),
        mentions.mentions(),
        mentions.terms(),
        mentions.associations(),
        rejects,
        groups.statuses(),
        mentions.coOccurrence(),
        mentions.contrasts(),
        DetectedLanguages.none(),
        new DuplicateReader(groups).read());
  }

  private static Map<ColumnRole, String> columns(Manifest manifest) {
    Map<ColumnRole, String> columns = new LinkedHashMap<>();
    for (ColumnRole role : ColumnRole.values()) {
      manifest.column(role).ifPresent(column -> columns.put(role, column));
    }
    return columns;
  }
}

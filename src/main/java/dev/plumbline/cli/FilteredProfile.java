package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.SubsetFiles;
import dev.plumbline.composition.WeightFiles;
import dev.plumbline.composition.WhatIf;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WhatIfSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.Reject;
import java.util.List;

/// Profiles the rows that options keep, compares them with all, and writes them.
final class FilteredProfile {
  private final QueryEngine engine;
  private final SelectionOptions options;
  private final Progress progress;
  private final Cancellation cancellation;

  FilteredProfile(
      QueryEngine engine, SelectionOptions options, Progress progress, Cancellation cancellation) {
    this.engine = engine;
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// What a command says.
  ///
  /// @param json keys of `profile` for the kept rows, and `filter`
  /// @param text the same for a person
  /// @param rejects what could not be read
  record Answer(JsonObject json, String text, List<Reject> rejects) {}

  /// Profiles.
  Answer of(ManifestSource source, Manifest manifest, Lexicon lexicon) {
    RowSelection selection = options.selection(manifest);
    WhatIfSettings settings = new WhatIfSettings(lexicon, selection, options.mix());
    WhatIfResult whatIf = new WhatIf(engine).scan(manifest, settings, progress, cancellation);
    CompositionResult kept =
        new CompositionProfiler(engine)
            .profile(manifest, new CompositionSettings(lexicon), selection, progress, cancellation);
    JsonObject filter = WhatIfJson.of(whatIf);
    List<FilterPreset.Note> notes =
        options.preset(manifest).map(FilterPreset::notes).orElse(List.of());
    filter.add("notes", JsonValues.texts(notes.stream().map(FilterPreset.Note::sentence).toList()));
    SubsetFiles files = new SubsetFiles(engine, manifest, settings);
    WeightFiles weights = new WeightFiles(engine, manifest);
    filter.add("saved", options.save(whatIf, source, files, weights, progress, cancellation));
    JsonObject json = CompositionJson.of(kept);
    json.add("filter", filter);
    String remarks =
        notes.stream()
            .map(FilterPreset.Note::sentence)
            .reduce((a, b) -> a + "\n" + b)
            .map(text -> text + "\n\n")
            .orElse("");
    return new Answer(
        json, WhatIfJson.text(whatIf) + remarks + CompositionJson.text(kept), kept.rejects());
  }
}

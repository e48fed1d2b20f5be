package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.Recipe;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.SubsetFiles;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.WeightFiles;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WrittenRows;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Options that say which rows of a manifest are kept.
final class SelectionOptions {
  @Option(
      names = "--filter",
      paramLabel = "EXPR",
      description = {
        "Profile only the rows for which EXPR is true, and compare them with all, such as",
        "\"similarity >= 0.3 and language in ('en') and not caption mentions list weapons\".",
        "Facets are asked for by name, such as script in ('Jpan'), tld in ('jp'),",
        "domain in file 'list.txt' (registrable domains by the public suffix list)."
      })
  private String filter;

  @Option(
      names = "--dedupe",
      paramLabel = "url|caption|hash|uid",
      description = "Of the rows that pass and agree in this column, keep one.")
  private String dedupe;

  @Option(
      names = "--preset",
      paramLabel = "basic|clip|laion2b|text",
      description = {
        "A filter of the DataComp benchmark, as far as the columns allow it; text also needs",
        "--words."
      })
  private String preset;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = {
        "Words of ImageNet-21k's synsets for --preset text, one a line or with commas between,"
            + " such",
        "as the published imagenet21k_wordnet_lemmas.txt. A word of a caption counts where it"
            + " stands",
        "so in the list: nothing is reduced to a base form."
      })
  private Path words;

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "Take filter and dedupe from a recipe that was saved earlier.")
  private Path recipe;

  @Option(names = "--save-recipe", paramLabel = "FILE", description = "Write how rows were kept.")
  private Path saveRecipe;

  @Option(
      names = "--save-subset",
      paramLabel = "FILE.npy",
      description = "Write the uids of the kept rows as a DataComp subset file.")
  private Path saveSubset;

  @Option(
      names = "--save-parquet",
      paramLabel = "FILE",
      description = "Write the kept rows with all their columns as Parquet.")
  private Path saveParquet;

  @Option(
      names = "--target",
      paramLabel = "GROUP=SHARE",
      description = {
        "Weight the kept rows so that this share of them is in a group: a term list, FIELD:VALUE"
            + " or",
        "an expression, such as women=0.2,language:en=0.5; may be given several times. Weights by",
        "cell, shares reached and the effective number of rows are told."
      })
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--cap",
      paramLabel = "N",
      description = "No weight greater than N times the mean weight; targets may then be missed.")
  private Double cap;

  @Option(
      names = "--save-weights",
      paramLabel = "FILE",
      description = "Write each kept row's weight as Parquet, or as CSV where FILE ends in .csv.")
  private Path saveWeights;

  /// Wanted shares; those given here, else those of the recipe.
  TargetMix mix() {
    OptionalDouble most = cap == null ? OptionalDouble.empty() : OptionalDouble.of(cap);
    TargetMix given = TargetMix.parse(targets, most);
    if (!targets.isEmpty() || recipe == null) {
      return given;
    }
    TargetMix saved = Recipe.read(recipe).mix();
    return cap == null ? saved : saved.withCap(given.cap());
  }

  /// Whether any option was given.
  boolean given() {
    return filter != null
        || dedupe != null
        || preset != null
        || words != null
        || recipe != null
        || saveRecipe != null
        || saveSubset != null
        || saveParquet != null
        || saveWeights != null
        || !targets.isEmpty();
  }

  /// Checks what can be checked before a manifest is opened.
  ///
  /// @throws PlumblineException in one sentence
  void check() {
    named();
    if (words != null && !"text".equals(preset)) {
      throw new PlumblineException("--words is for --preset text only: name that preset.");
    }
    if (saveWeights != null && mix().isEmpty()) {
      throw new PlumblineException(
          "--save-weights needs the shares that are wanted: add --target GROUP=SHARE.");
    }
  }

  /// The rows kept; all if no option was given. Conditions of several options must all hold.
  RowSelection selection(Manifest manifest) {
    RowSelection named = named();
    Optional<Filter> wanted = preset(manifest).flatMap(FilterPreset::filter);
    if (wanted.isEmpty()) {
      return named;
    }
    boolean alone = named.filter() instanceof Filter.All;
    Filter both = alone ? wanted.get() : new Filter.And(List.of(wanted.get(), named.filter()));
    return new RowSelection(both, named.dedupe());
  }

  private RowSelection named() {
    RowSelection saved = recipe == null ? RowSelection.all() : Recipe.read(recipe).selection();
    Optional<DuplicateKey> key = Optional.ofNullable(dedupe).map(SelectionOptions::key);
    Filter own = filter == null ? new Filter.All() : Filter.parse(filter);
    boolean both = !(saved.filter() instanceof Filter.All) && !(own instanceof Filter.All);
    Filter parsed =
        both
            ? new Filter.And(List.of(saved.filter(), own))
            : own instanceof Filter.All ? saved.filter() : own;
    return new RowSelection(parsed, key.or(saved::dedupe));
  }

  /// The preset asked for.
  ///
  /// @throws PlumblineException if there is none of that name or it cannot be had
  Optional<FilterPreset> preset(Manifest manifest) {
    if (preset == null) {
      return Optional.empty();
    }
    List<FilterPreset> all =
        FilterPreset.of(manifest, Optional.ofNullable(words).map(Path::toString));
    FilterPreset found =
        all.stream()
            .filter(each -> each.id().equals(preset))
            .findFirst()
            .orElseThrow(
                () ->
                    new PlumblineException(
                        "--preset must be one of "
                            + all.stream().map(FilterPreset::id).collect(Collectors.joining(", "))
                            + ", not \""
                            + preset
                            + "\"."));
    if (found.filter().isEmpty()) {
      throw new PlumblineException(
          "--preset " + preset + " cannot be had: " + found.notes().getFirst().sentence());
    }
    return Optional.of(found);
  }

  /// Writes what was asked for.
  ///
  /// @return what was written, by option
  JsonObject save(
      WhatIfResult result,
      ManifestSource source,
      SubsetFiles files,
      WeightFiles weights,
      Progress progress,
      Cancellation cancellation) {
    JsonObject saved = new JsonObject();
    if (saveRecipe != null) {
      TextFiles.write(saveRecipe, Recipe.write(result, source));
      saved.addProperty("recipe", saveRecipe.toString());
    }
    if (saveSubset != null) {
      SubsetFiles.Subset subset = files.writeUids(saveSubset, progress, cancellation);
      JsonObject json = new JsonObject();
      json.addProperty("file", saveSubset.toString());
      json.addProperty("uids", subset.uids());
      json.addProperty("leftOut", subset.leftOut());
      json.add("rejects", JsonValues.list(subset.rejects(), CompositionJson::reject));
      saved.add("subset", json);
    }
    if (saveParquet != null) {
      saved.add(
          "parquet", written(saveParquet, files.writeRows(saveParquet, progress, cancellation)));
    }
    if (saveWeights != null) {
      saved.add(
          "weights",
          written(saveWeights, weights.write(result, saveWeights, progress, cancellation)));
    }
    return saved;
  }

  private static JsonObject written(Path file, WrittenRows written) {
    JsonObject json = new JsonObject();
    json.addProperty("file", file.toString());
    json.addProperty("rows", written.rows());
    json.add("rejects", JsonValues.list(written.rejects(), CompositionJson::reject));
    return json;
  }

  private static DuplicateKey key(String name) {
    return Arrays.stream(DuplicateKey.values())
        .filter(key -> key.key().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new PlumblineException(
                    "--dedupe must be one of "
                        + Arrays.stream(DuplicateKey.values())
                            .map(DuplicateKey::key)
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + name
                        + "\"."));
  }
}

package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Options that say which rows of a manifest are kept.
final class SelectionOptions {
  @Option(
      names = "--filter",
      paramLabel = "EXPR",
      description = {
        "Profile only the rows for which EXPR is true, and compare them with all, such as",
        "\"similarity >= 0.3 and language in ('en') and not caption mentions list weapons\"."
      })
  private String filter;

  @Option(
      names = "--dedupe",
      paramLabel = "url|caption|hash|uid",
      description = "Of the rows that pass and agree in this column, keep one.")
  private String dedupe;

  /// Whether any option was given.
  boolean given() {
    return filter != null || dedupe != null;
  }

  /// The rows kept; all if no option was given.
  RowSelection selection() {
    Filter parsed = filter == null ? new Filter.All() : Filter.parse(filter);
    return new RowSelection(parsed, Optional.ofNullable(dedupe).map(SelectionOptions::key));
  }

  /// What was asked for.
  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("expression", selection().filter().text());
    json.addProperty("dedupe", dedupe);
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

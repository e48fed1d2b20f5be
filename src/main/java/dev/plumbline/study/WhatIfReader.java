package dev.plumbline.study;

import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.FilterChoices;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.SelectionJson;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the member `whatIf` of a request: `{"preset"?: id, "filter"?: expression, "dedupe"?: "url"
/// | "caption" | "hash" | "uid", "targets"?: {group: share}, "cap"?: number}`, where a group is the
/// name of a term list, `field:value` or an expression.
final class WhatIfReader {
  private WhatIfReader() {}

  /// What the request says; nothing if it does not say.
  ///
  /// @throws PlumblineException naming the file and what is wrong in it
  static WhatIfRequest read(JsonTree root) {
    return root.find("whatIf").map(WhatIfReader::whatIf).orElseGet(WhatIfRequest::none);
  }

  private static WhatIfRequest whatIf(JsonTree json) {
    Optional<DuplicateKey> dedupe = json.find("dedupe").map(SelectionJson::key);
    Filter filter = json.find("filter").map(SelectionJson::filter).orElseGet(Filter.All::new);
    FilterChoices choices =
        FilterChoices.of(new RowSelection(filter, dedupe))
            .withPreset(json.find("preset").map(JsonTree::name));
    return new WhatIfRequest(choices, mix(json));
  }

  private static TargetMix mix(JsonTree json) {
    List<String> texts = new ArrayList<>();
    json.find("targets")
        .ifPresent(
            targets ->
                targets
                    .names()
                    .forEach(name -> texts.add(name + "=" + targets.get(name).number())));
    OptionalDouble cap =
        json.find("cap")
            .map(JsonTree::number)
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    try {
      return TargetMix.parse(texts, cap);
    } catch (PlumblineException e) {
      throw new PlumblineException(json.file() + ": " + e.getMessage(), e);
    }
  }
}

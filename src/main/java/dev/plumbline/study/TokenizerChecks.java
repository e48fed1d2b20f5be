package dev.plumbline.study;

import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.TextCoverage;
import dev.plumbline.embedding.TextTokenizer;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.stimulus.BatteryFinding.Kind;
import dev.plumbline.stimulus.StimulusSupply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds the texts of a battery against the tokenizers of models: which words does a model lose?
public final class TokenizerChecks {
  private TokenizerChecks() {}

  /// A warning for each set and each kind of loss in a model, where models that share a tokenizer
  /// are named together; sets whose texts are missing, and models that read no texts, are passed
  /// over. Touches the disk.
  ///
  /// @param models folders of the bundles
  /// @param stimuli the user's stimulus folder, for words that come by a rule
  public static List<BatteryFinding> of(
      Battery battery, List<Path> models, Optional<Path> stimuli) {
    Map<String, List<ModelBundle>> groups = new LinkedHashMap<>();
    for (Path model : models) {
      try {
        ModelBundle bundle = BundleReader.read(model);
        if (bundle.vectors().isPresent()) {
          continue; // nothing is tokenised
        }
        groups
            .computeIfAbsent(TextTokenizer.fingerprint(bundle), _ -> new ArrayList<>())
            .add(bundle);
      } catch (PlumblineException _) {
        continue; // told where the model is looked at
      }
    }
    StimulusSupply supply = StimulusSupply.of(battery, stimuli);
    List<BatteryFinding> findings = new ArrayList<>();
    for (List<ModelBundle> same : groups.values()) {
      String name =
          same.getFirst().id() + (same.size() == 1 ? "" : " (+" + (same.size() - 1) + ")");
      try (TextTokenizer tokenizer = TextTokenizer.open(same.getFirst())) {
        for (String set : shownAsText(battery)) {
          add(findings, name, set, supply, tokenizer);
        }
      } catch (PlumblineException _) {
        continue; // told where the model is looked at
      }
    }
    return findings;
  }

  private static Set<String> shownAsText(Battery battery) {
    Set<String> sets = new LinkedHashSet<>();
    for (AssociationTest test : battery.tests()) {
      for (Order order : test.orders()) {
        if (!order.imageTargets()) {
          sets.addAll(List.of(test.x(), test.y()));
        }
        if (!order.imageAttributes()) {
          sets.addAll(List.of(test.a(), test.b()));
        }
      }
    }
    return sets;
  }

  private static void add(
      List<BatteryFinding> findings,
      String model,
      String set,
      StimulusSupply supply,
      TextTokenizer tokenizer) {
    List<String> texts;
    try {
      texts = supply.texts(set);
    } catch (PlumblineException _) {
      return;
    }
    TextCoverage coverage = TextCoverage.of(tokenizer, texts);
    String path = "$.sets." + set + ".texts";
    if (!coverage.unknown().isEmpty()) {
      findings.add(
          Kind.UNKNOWN_TOKENS.at(
              path, model, coverage.unknown().size(), coverage.unknown().getFirst()));
    }
    if (!coverage.cut().isEmpty()) {
      findings.add(
          Kind.CUT.at(
              path,
              model,
              tokenizer.contextLength(),
              coverage.cut().size(),
              coverage.cut().getFirst()));
    }
    for (List<String> same : coverage.alike()) {
      findings.add(Kind.ALIKE.at(path, model, same.get(0), same.get(1)));
    }
  }
}

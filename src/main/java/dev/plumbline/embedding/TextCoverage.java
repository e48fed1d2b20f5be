package dev.plumbline.embedding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which of some texts a model's tokenizer loses, wholly or in part: an effect size would then be
/// computed over stimuli that the model never saw.
///
/// @param unknown texts with a part that is not in the vocabulary
/// @param cut texts longer than the context, whose end is dropped
/// @param alike groups of different texts that become the same ids
public record TextCoverage(List<String> unknown, List<String> cut, List<List<String>> alike) {
  public TextCoverage {
    unknown = List.copyOf(unknown);
    cut = List.copyOf(cut);
    alike = alike.stream().map(List::copyOf).toList();
  }

  /// Reads each text with the tokenizer.
  public static TextCoverage of(TextTokenizer tokenizer, List<String> texts) {
    List<String> unknown = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    Map<List<Long>, List<String>> byIds = new LinkedHashMap<>();
    for (String text : texts.stream().distinct().toList()) {
      TokenizedText read = tokenizer.look(text);
      if (read.unknown()) {
        unknown.add(text);
      }
      if (read.cut()) {
        cut.add(text);
      }
      byIds.computeIfAbsent(read.ids(), _ -> new ArrayList<>()).add(text);
    }
    return new TextCoverage(
        unknown, cut, byIds.values().stream().filter(same -> same.size() > 1).toList());
  }
}

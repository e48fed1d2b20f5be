package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.Selection;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.TextGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes of a stimulus set, each returning a new one. Its words come in groups: the set's own at
/// place 0, then the further ones.
final class SetDraft {
  private SetDraft() {}

  /// A set of nothing yet.
  static StimulusSet empty(String name) {
    return new StimulusSet(
        name, dev.plumbline.core.Labels.of(name), List.of(), List.of(), Optional.empty());
  }

  /// The group of words at a place.
  static TextGroup group(StimulusSet set, int place) {
    return place == 0 ? new TextGroup(set.texts(), set.templates()) : set.more().get(place - 1);
  }

  /// The set with the group at a place replaced.
  static StimulusSet withGroup(StimulusSet set, int place, TextGroup group) {
    if (place == 0) {
      return set.withTexts(group.texts(), group.templates());
    }
    List<TextGroup> more = new ArrayList<>(set.more());
    more.set(place - 1, group);
    return set.withMore(more);
  }

  /// The set with one more group, of no words yet, in the templates of the last one.
  static StimulusSet withGroupAdded(StimulusSet set) {
    List<TextGroup> more = new ArrayList<>(set.more());
    more.add(new TextGroup(List.of(), group(set, set.more().size()).templates()));
    return set.withMore(more);
  }

  /// The set without the group at a place; where its own words go, the first further ones take
  /// their place.
  static StimulusSet withoutGroup(StimulusSet set, int place) {
    List<TextGroup> more = new ArrayList<>(set.more());
    TextGroup gone = more.remove(Math.max(0, place - 1));
    StimulusSet less = set.withMore(more);
    return place == 0 ? less.withTexts(gone.texts(), gone.templates()) : less;
  }

  /// A rule that takes that many entries.
  static Selection sized(Selection rule, int n) {
    return new Selection(rule.norms(), rule.by(), rule.end(), n);
  }

  /// Lines of a text field as texts: stripped, blank ones left out.
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}

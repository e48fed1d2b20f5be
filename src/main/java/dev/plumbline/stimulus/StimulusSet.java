package dev.plumbline.stimulus;

import dev.plumbline.core.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Words or sentences and images that stand for one concept.
///
/// @param name key within the battery
/// @param label name to show
/// @param texts words or sentences, may be empty
/// @param templates patterns of sentences ([Template]); empty means the texts are shown as they are
/// @param images folder of images below the study's image folder
/// @param more further words with templates of their own, such as plurals
/// @param textRule takes the words from norms instead of listing them
/// @param imageRule takes the images from norms instead of a folder
/// @param source where the words come from, to be cited
public record StimulusSet(
    String name,
    Labels label,
    List<String> texts,
    List<String> templates,
    Optional<String> images,
    List<TextGroup> more,
    Optional<Selection> textRule,
    Optional<Selection> imageRule,
    Optional<String> source) {
  public StimulusSet {
    texts = List.copyOf(texts);
    templates = List.copyOf(templates);
    more = List.copyOf(more);
  }

  /// A set that lists its words and names its folder.
  public StimulusSet(
      String name,
      Labels label,
      List<String> texts,
      List<String> templates,
      Optional<String> images) {
    this(
        name,
        label,
        texts,
        templates,
        images,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Whether it has words, listed or by a rule.
  public boolean hasTexts() {
    return !texts.isEmpty() || textRule.isPresent();
  }

  /// Whether it has images, in a folder or by a rule.
  public boolean hasImages() {
    return images.isPresent() || imageRule.isPresent();
  }

  /// The listed sentences shown to a model: every text in every template, texts outermost.
  public List<String> sentences() {
    return sentences(texts);
  }

  /// The sentences shown to a model about these words, which a rule has taken, and about the listed
  /// further ones.
  public List<String> sentences(List<String> words) {
    List<String> sentences = new ArrayList<>(new TextGroup(words, templates).sentences());
    more.forEach(group -> sentences.addAll(group.sentences()));
    return sentences;
  }

  /// The same set with other words and templates.
  public StimulusSet withTexts(List<String> newTexts, List<String> newTemplates) {
    return new StimulusSet(
        name, label, newTexts, newTemplates, images, more, textRule, imageRule, source);
  }

  /// The same set under another name, called by it in every language.
  public StimulusSet named(String newName) {
    return new StimulusSet(
        newName, Labels.of(newName), texts, templates, images, more, textRule, imageRule, source);
  }

  /// The same set with other further words.
  public StimulusSet withMore(List<TextGroup> groups) {
    return new StimulusSet(
        name, label, texts, templates, images, groups, textRule, imageRule, source);
  }

  /// The same set with its images in another folder, or without a folder.
  public StimulusSet withImages(Optional<String> folder) {
    return new StimulusSet(
        name, label, texts, templates, folder, more, textRule, imageRule, source);
  }

  /// The same set with words by a rule instead of listed ones, or without a rule.
  public StimulusSet withTextRule(Optional<Selection> rule) {
    List<String> listed = rule.isPresent() ? List.of() : texts;
    return new StimulusSet(name, label, listed, templates, images, more, rule, imageRule, source);
  }

  /// The same set with images by a rule instead of a folder, or without a rule.
  public StimulusSet withImageRule(Optional<Selection> rule) {
    Optional<String> folder = rule.isPresent() ? Optional.empty() : images;
    return new StimulusSet(name, label, texts, templates, folder, more, textRule, rule, source);
  }
}

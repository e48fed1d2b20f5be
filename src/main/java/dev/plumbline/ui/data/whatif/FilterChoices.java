package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What the controls of the panel ask for; all conditions must hold.
///
/// @param preset id of a DataComp preset, if one is chosen
/// @param similarity least similarity
/// @param side least shorter side, pixels
/// @param elongation greatest ratio of the longer to the shorter side
/// @param words least number of words in the caption
/// @param unsafe greatest NSFW score; rows whose NSFW is the word UNLIKELY pass too
/// @param languages language codes, separated by commas; blank for any
/// @param without term lists whose mention leaves a row out
/// @param domains list file of domains to leave out
/// @param dedupe column in which one row of equals is kept
/// @param further a condition written by hand; blank for none
public record FilterChoices(
    Optional<String> preset,
    OptionalDouble similarity,
    OptionalDouble side,
    OptionalDouble elongation,
    OptionalDouble words,
    OptionalDouble unsafe,
    String languages,
    List<String> without,
    Optional<String> domains,
    Optional<DuplicateKey> dedupe,
    String further) {
  public FilterChoices {
    without = List.copyOf(without);
  }

  /// Every row.
  public static FilterChoices none() {
    OptionalDouble any = OptionalDouble.empty();
    return new FilterChoices(
        Optional.empty(),
        any,
        any,
        any,
        any,
        any,
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /// A selection that was saved, as a condition written by hand.
  static FilterChoices of(RowSelection selection) {
    String text = selection.filter() instanceof Filter.All ? "" : selection.filter().text();
    return none().withDedupe(selection.dedupe()).withFurther(text);
  }

  /// The selection.
  ///
  /// @param presetFilter filter of the chosen preset
  /// @throws PlumblineException if the condition written by hand or the list file is wrong
  RowSelection selection(Optional<Filter> presetFilter) {
    List<Filter> all = new ArrayList<>();
    presetFilter.ifPresent(all::add);
    similarity.ifPresent(value -> all.add(Filter.parse("similarity >= " + value)));
    side.ifPresent(value -> all.add(Filter.parse("side >= " + value)));
    elongation.ifPresent(value -> all.add(Filter.parse("elongation <= " + value)));
    words.ifPresent(value -> all.add(Filter.parse("words >= " + value)));
    unsafe.ifPresent(value -> all.add(Filter.parse("nsfw <= " + value + " or nsfw = 'unlikely'")));
    String codes =
        Arrays.stream(languages.split("[,、\\s]+"))
            .filter(code -> !code.isBlank())
            .map(FilterChoices::quoted)
            .collect(Collectors.joining(", "));
    if (!codes.isEmpty()) {
      all.add(Filter.parse("language in (" + codes.toLowerCase(Locale.ROOT) + ")"));
    }
    without.forEach(list -> all.add(new Filter.Not(new Filter.MentionsList(list))));
    domains.ifPresent(file -> all.add(Filter.parse("domain not in file " + quoted(file))));
    if (!further.isBlank()) {
      all.add(Filter.parse(further));
    }
    Filter filter =
        switch (all.size()) {
          case 0 -> new Filter.All();
          case 1 -> all.getFirst();
          default -> new Filter.And(all);
        };
    return new RowSelection(filter, dedupe);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  FilterChoices withPreset(Optional<String> now) {
    return new FilterChoices(
        now,
        similarity,
        side,
        elongation,
        words,
        unsafe,
        languages,
        without,
        domains,
        dedupe,
        further);
  }

  FilterChoices withLanguages(String now) {
    return new FilterChoices(
        preset,
        similarity,
        side,
        elongation,
        words,
        unsafe,
        now,
        without,
        domains,
        dedupe,
        further);
  }

  FilterChoices withWithout(List<String> now) {
    return new FilterChoices(
        preset,
        similarity,
        side,
        elongation,
        words,
        unsafe,
        languages,
        now,
        domains,
        dedupe,
        further);
  }

  FilterChoices withDomains(Optional<String> now) {
    return new FilterChoices(
        preset,
        similarity,
        side,
        elongation,
        words,
        unsafe,
        languages,
        without,
        now,
        dedupe,
        further);
  }

  FilterChoices withDedupe(Optional<DuplicateKey> now) {
    return new FilterChoices(
        preset,
        similarity,
        side,
        elongation,
        words,
        unsafe,
        languages,
        without,
        domains,
        now,
        further);
  }

  FilterChoices withFurther(String now) {
    return new FilterChoices(
        preset,
        similarity,
        side,
        elongation,
        words,
        unsafe,
        languages,
        without,
        domains,
        dedupe,
        now);
  }

  /// The same with another limit.
  FilterChoices with(Limit limit, OptionalDouble now) {
    return new FilterChoices(
        preset,
        limit == Limit.SIMILARITY ? now : similarity,
        limit == Limit.SIDE ? now : side,
        limit == Limit.ELONGATION ? now : elongation,
        limit == Limit.WORDS ? now : words,
        limit == Limit.UNSAFE ? now : unsafe,
        languages,
        without,
        domains,
        dedupe,
        further);
  }

  /// The value of a limit, empty if it is off.
  OptionalDouble limit(Limit limit) {
    return switch (limit) {
      case SIMILARITY -> similarity;
      case SIDE -> side;
      case ELONGATION -> elongation;
      case WORDS -> words;
      case UNSAFE -> unsafe;
    };
  }
}

package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.composition.filter.FilterField;
import dev.plumbline.composition.filter.RenamedLists;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// A filter as it is chosen piece by piece; all conditions must hold.
///
/// @param preset id of a DataComp preset, if one is chosen
/// @param limits limits that are set
/// @param languages language codes, separated by commas; blank for any
/// @param without term lists whose mention leaves a row out
/// @param domains list file of domains to leave out
/// @param dedupe column in which one row of equals is kept
/// @param further a condition written by hand; blank for none
public record FilterChoices(
    Optional<String> preset,
    Map<FilterLimit, Double> limits,
    String languages,
    List<String> without,
    Optional<Path> domains,
    Optional<DuplicateKey> dedupe,
    String further) {
  private static final Subject LANGUAGE = new Subject.Known(FilterField.LANGUAGE);
  private static final Subject DOMAIN = new Subject.Known(FilterField.DOMAIN);

  public FilterChoices {
    Map<FilterLimit, Double> sorted = new EnumMap<>(FilterLimit.class);
    sorted.putAll(limits);
    limits = Collections.unmodifiableMap(sorted);
    without = List.copyOf(without);
  }

  /// Every row.
  public static FilterChoices none() {
    return new FilterChoices(
        Optional.empty(), Map.of(), "", List.of(), Optional.empty(), Optional.empty(), "");
  }

  /// The choices that a saved selection stands for; what no choice can say becomes the condition
  /// written by hand.
  public static FilterChoices of(RowSelection selection) {
    FilterChoices choices = none().withDedupe(selection.dedupe());
    List<Filter> rest = new ArrayList<>();
    for (Filter part : parts(selection.filter())) {
      Optional<FilterChoices> taken = choices.taken(part);
      if (taken.isEmpty()) {
        rest.add(part);
      }
      choices = taken.orElse(choices);
    }
    return rest.isEmpty() ? choices : choices.withFurther(joined(rest).text());
  }

  private static List<Filter> parts(Filter filter) {
    return switch (filter) {
      case Filter.All _ -> List.of();
      case Filter.And(List<Filter> all) -> all;
      default -> List.of(filter);
    };
  }

  /// These choices and a condition, if a choice that is still free can say it.
  private Optional<FilterChoices> taken(Filter part) {
    for (FilterLimit limit : FilterLimit.values()) {
      OptionalDouble value = limit.value(part);
      if (value.isPresent() && !limits.containsKey(limit)) {
        return Optional.of(with(limit, value));
      }
    }
    return switch (part) {
      case Filter.OneOf(Subject subject, TextSet codes)
          when subject.equals(LANGUAGE) && languages.isBlank() && codes.file().isEmpty() ->
          Optional.of(withLanguages(String.join(", ", codes.values())));
      case Filter.Not(Filter.MentionsList(String list)) -> {
        List<String> more = new ArrayList<>(without);
        more.add(list);
        yield Optional.of(withWithout(more));
      }
      case Filter.Not(Filter.OneOf(Subject subject, TextSet names))
          when subject.equals(DOMAIN) && domains.isEmpty() && names.file().isPresent() ->
          Optional.of(withDomains(names.file().map(Path::of)));
      default -> Optional.empty();
    };
  }

  /// The selection.
  ///
  /// @param presetFilter filter of the chosen preset
  /// @throws PlumblineException if the condition written by hand or the list file is wrong
  public RowSelection selection(Optional<Filter> presetFilter) {
    List<Filter> all = new ArrayList<>();
    presetFilter.ifPresent(all::add);
    limits.forEach((limit, value) -> all.add(limit.condition(value)));
    List<String> codes =
        Arrays.stream(languages.toLowerCase(Locale.ROOT).split("[,、\\s]+"))
            .filter(code -> !code.isBlank())
            .toList();
    if (!codes.isEmpty()) {
      all.add(new Filter.OneOf(LANGUAGE, TextSet.of(codes)));
    }
    without.forEach(list -> all.add(new Filter.Not(new Filter.MentionsList(list))));
    domains.ifPresent(
        file -> all.add(new Filter.Not(new Filter.OneOf(DOMAIN, TextSet.read(file.toString())))));
    if (!further.isBlank()) {
      all.add(Filter.parse(further));
    }
    return new RowSelection(joined(all), dedupe);
  }

  private static Filter joined(List<Filter> all) {
    return switch (all.size()) {
      case 0 -> new Filter.All();
      case 1 -> all.getFirst();
      default -> new Filter.And(all);
    };
  }

  /// The same with another preset.
  public FilterChoices withPreset(Optional<String> now) {
    return new FilterChoices(now, limits, languages, without, domains, dedupe, further);
  }

  /// The same with other languages.
  public FilterChoices withLanguages(String now) {
    return new FilterChoices(preset, limits, now, without, domains, dedupe, further);
  }

  /// The same without other lists.
  public FilterChoices withWithout(List<String> now) {
    return new FilterChoices(preset, limits, languages, now, domains, dedupe, further);
  }

  /// The same where term lists are called otherwise.
  ///
  /// @param names gives the new name of a list, the same if it keeps it
  public FilterChoices withLists(UnaryOperator<String> names) {
    return withWithout(without.stream().map(names).toList())
        .withFurther(RenamedLists.in(further, names));
  }

  /// The same with another list of domains.
  public FilterChoices withDomains(Optional<Path> now) {
    return new FilterChoices(preset, limits, languages, without, now, dedupe, further);
  }

  /// The same with another rule for duplicates.
  public FilterChoices withDedupe(Optional<DuplicateKey> now) {
    return new FilterChoices(preset, limits, languages, without, domains, now, further);
  }

  /// The same with another condition written by hand.
  public FilterChoices withFurther(String now) {
    return new FilterChoices(preset, limits, languages, without, domains, dedupe, now);
  }

  /// The same with another limit.
  ///
  /// @param now its value, empty to lift it
  public FilterChoices with(FilterLimit limit, OptionalDouble now) {
    Map<FilterLimit, Double> other = new EnumMap<>(FilterLimit.class);
    other.putAll(limits);
    now.ifPresentOrElse(value -> other.put(limit, value), () -> other.remove(limit));
    return new FilterChoices(preset, other, languages, without, domains, dedupe, further);
  }

  /// The value of a limit, empty if it is not set.
  public OptionalDouble limit(FilterLimit limit) {
    Double value = limits.get(limit);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}

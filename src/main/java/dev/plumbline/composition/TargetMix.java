package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.FilterField;
import dev.plumbline.composition.filter.RenamedLists;
import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the kept rows are to be mixed; see [Reweighting].
///
/// @param shares wanted shares of groups, which may overlap; each group once
/// @param cap greatest weight, as a multiple of the mean weight; empty for none
public record TargetMix(List<TargetShare> shares, OptionalDouble cap) {
  /// Groups that can be weighted at once.
  public static final int MOST = 20;

  private static final Pattern LIST = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final Pattern VALUE = Pattern.compile("([A-Za-z]+):(.+)");

  /// @throws PlumblineException if there are too many groups or one is there twice
  public TargetMix {
    shares = List.copyOf(shares);
    cap.ifPresent(most -> Arguments.check(most > 1, "a cap must be greater than 1"));
    if (shares.size() > MOST) {
      throw new PlumblineException(
          "A target mix has %d groups, at most %d can be weighted at once."
              .formatted(shares.size(), MOST));
    }
    Set<String> seen = new HashSet<>();
    for (TargetShare share : shares) {
      if (!seen.add(share.condition())) {
        throw new PlumblineException(
            "The target mix names %s twice: give each group one share.".formatted(share.label()));
      }
    }
  }

  /// No group, no cap.
  public static TargetMix none() {
    return new TargetMix(List.of(), OptionalDouble.empty());
  }

  /// The same where term lists are called otherwise.
  ///
  /// @param names gives the new name of a list, the same if it keeps it
  public TargetMix withLists(UnaryOperator<String> names) {
    return new TargetMix(
        shares.stream()
            .map(it -> new TargetShare(RenamedLists.in(it.condition(), names), it.share()))
            .toList(),
        cap);
  }

  /// Reads groups and their shares as they are given on a command line: `GROUP=SHARE`, several
  /// separated by commas, where a group is the name of a term list, `FIELD:VALUE` such as
  /// `language:en`, or an expression.
  ///
  /// @param texts texts as given
  /// @param cap greatest weight
  /// @throws PlumblineException naming the group that is wrong
  public static TargetMix parse(List<String> texts, OptionalDouble cap) {
    if (cap.isPresent() && !(cap.getAsDouble() > 1 && Double.isFinite(cap.getAsDouble()))) {
      throw new PlumblineException(
          "The cap of weights is %s: give a number greater than 1, the mean weight."
              .formatted(cap.getAsDouble()));
    }
    List<TargetShare> shares = new ArrayList<>();
    texts.stream().flatMap(text -> split(text).stream()).map(TargetMix::share).forEach(shares::add);
    return new TargetMix(shares, cap);
  }

  private static TargetShare share(String text) {
    int sign = text.lastIndexOf('=');
    if (sign <= 0) {
      throw new PlumblineException(
          "The target \"%s\" is not understood: write GROUP=SHARE, such as women=0.2."
              .formatted(text));
    }
    String group = text.substring(0, sign).strip();
    return new TargetShare(condition(group), number(group, text.substring(sign + 1).strip()));
  }

  private static double number(String group, String text) {
    try {
      double share = Double.parseDouble(text);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number outside of the range.
    }
    throw new PlumblineException(
        "The target of %s is %s: give a share between 0 and 1.".formatted(group, text));
  }

  /// The condition that a group's name stands for.
  ///
  /// @throws PlumblineException if it is no name and no expression
  public static String condition(String group) {
    if (LIST.matcher(group).matches()) {
      return new Filter.MentionsList(group).text();
    }
    Matcher value = VALUE.matcher(group);
    Optional<FilterField> field =
        value.matches()
            ? FilterField.named(value.group(1)).filter(FilterField::text)
            : Optional.empty();
    if (field.isPresent()) {
      String quoted = "'" + value.group(2).strip().replace("'", "''") + "'";
      return Filter.parse(field.get().key() + " in (" + quoted + ")").text();
    }
    return Filter.parse(group).text();
  }

  /// The parts between commas that stand outside of quotes and parentheses.
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /// Whether nothing is wanted.
  public boolean isEmpty() {
    return shares.isEmpty();
  }

  /// Whether another mix has the same groups in the same order.
  public boolean sameGroups(TargetMix other) {
    return shares.stream()
        .map(TargetShare::condition)
        .toList()
        .equals(other.shares.stream().map(TargetShare::condition).toList());
  }

  /// The same where groups of one kind get equal shares, their sum as before.
  public TargetMix balanced() {
    Map<String, Double> means =
        shares.stream()
            .collect(
                Collectors.groupingBy(
                    TargetShare::kind, Collectors.averagingDouble(TargetShare::share)));
    return withShares(
        shares.stream()
            .map(share -> share.withShare(Math.rint(means.get(share.kind()) * 1e6) / 1e6))
            .toList());
  }

  /// The same with other shares.
  public TargetMix withShares(List<TargetShare> now) {
    return new TargetMix(now, cap);
  }

  /// The same with another cap.
  public TargetMix withCap(OptionalDouble now) {
    return new TargetMix(shares, now);
  }
}

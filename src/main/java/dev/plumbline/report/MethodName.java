package dev.plumbline.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of interval methods in the reader's language; a method without one keeps the name it came
/// with.
///
/// @param messages texts of the language
record MethodName(Messages messages) {
  private static final List<Known> KNOWN =
      List.of(
          new Known("paired percentile bootstrap.*?, (\\d+) resamples", "method.interval.paired"),
          new Known("percentile bootstrap.*?, (\\d+) resamples", "method.interval.percentile"),
          new Known("BCa bootstrap.*?, (\\d+) resamples", "method.interval.bca"));

  private record Known(Pattern pattern, String key) {
    Known(String pattern, String key) {
      this(Pattern.compile(pattern), key);
    }
  }

  /// The name of the method that an interval says it was obtained by.
  String of(String method) {
    return KNOWN.stream()
        .map(known -> named(known, method))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(method);
  }

  private Optional<String> named(Known known, String method) {
    Matcher matcher = known.pattern().matcher(method);
    return matcher.matches()
        ? Optional.of(messages.text(known.key(), Integer.valueOf(matcher.group(1))))
        : Optional.empty();
  }
}

package dev.plumbline.composition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Public Suffix List: under which names may others register theirs?
///
/// A rule with an asterisk holds for any label in its place; one with an exclamation mark is an
/// exception from such a rule. Of the rules that fit a host the exception prevails, else the one of
/// most labels, else the host's last label. The suffix is what the rule fits, of an exception
/// without its first label. Rules in other scripts hold in Punycode too.
///
/// Source: publicsuffix.org/list, "Algorithm"; the version of the bundled rules stands at their
/// head.
final class PublicSuffixes {
  /// Pattern of hosts without a suffix: addresses in brackets, hosts whose last label is a number
  /// (URL Standard, "ends in a number checker"), hosts with an empty label.
  static final String WITHOUT = "^\\[|^\\.|\\.\\.|(?:^|\\.)(?:[0-9]+|0x[0-9a-f]*)$";

  private static final String LIST = "/assets/domains/public-suffixes.txt";
  private static final Pattern WITHOUT_SUFFIX = Pattern.compile(WITHOUT);

  private final Set<String> exact = new HashSet<>();
  private final Set<String> wild = new HashSet<>();
  private final Set<String> exceptions = new HashSet<>();

  /// @param lines rules, one a line; `#` starts a comment
  PublicSuffixes(Stream<String> lines) {
    lines
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(this::add);
  }

  private static final class Bundled {
    private static final PublicSuffixes RULES = read();

    private static PublicSuffixes read() {
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(PublicSuffixes.class.getResourceAsStream(LIST), LIST),
                  StandardCharsets.UTF_8))) {
        return new PublicSuffixes(in.lines());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The rules that come with Plumbline.
  static PublicSuffixes bundled() {
    return Bundled.RULES;
  }

  private void add(String rule) {
    if (rule.startsWith("!")) {
      spellings(rule.substring(1), exceptions);
    } else if (rule.startsWith("*.")) {
      spellings(rule.substring(2), wild);
    } else {
      spellings(rule, exact);
    }
  }

  private static void spellings(String name, Set<String> rules) {
    rules.add(name);
    rules.add(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED));
  }

  /// The registrable domain of a host: its public suffix and one label more; the host itself if it
  /// has none.
  ///
  /// @param host in lower case, without a final dot
  String domain(String host) {
    int start = before(host, host.length() + 1);
    if (suspicious(host, start) && WITHOUT_SUFFIX.matcher(host).find()) {
      return host;
    }
    int suffix = start;
    while (start > 0) {
      int longer = before(host, start);
      String name = host.substring(longer);
      if (exceptions.contains(name)) {
        suffix = start;
        break;
      }
      if (exact.contains(name) || wild.contains(host.substring(start))) {
        suffix = longer;
      }
      start = longer;
    }
    return suffix == 0 ? host : host.substring(before(host, suffix));
  }

  /// Whether a host may be one without a suffix; most are not, and this costs less than the
  /// pattern.
  private static boolean suspicious(String host, int last) {
    return host.startsWith("[")
        || host.startsWith(".")
        || host.contains("..")
        || last < host.length() && host.charAt(last) >= '0' && host.charAt(last) <= '9';
  }

  /// Where the label starts that ends with the dot before `start`.
  private static int before(String host, int start) {
    return host.lastIndexOf('.', start - 2) + 1;
  }

  /// Rules that fit a host as they are.
  Set<String> exact() {
    return exact;
  }

  /// What follows the asterisk in rules that have one.
  Set<String> wild() {
    return wild;
  }

  /// Exceptions from rules with an asterisk.
  Set<String> exceptions() {
    return exceptions;
  }
}

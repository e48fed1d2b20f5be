package dev.plumbline.composition;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The parts of a web address that say who publishes there: host, registrable domain, top-level
/// domain.
///
/// **Host**: what stands between `scheme://` and the next `/`, `?` or `#`, in lower case, without
/// user, port and final dots; an address without `scheme://host` has none. A name in Punycode
/// (`xn--bcher-kva.example`) is the same as in its own script (`bücher.example`) and goes by the
/// latter, label by label; a label that is no valid Punycode stays as it is written
/// ([#inOwnScript(String)]). Nothing else is mapped: `ß` and `ss` are two names, as in today's
/// browsers; wide letters and letters with an accent of their own code point, which hardly occur in
/// addresses, stay as they are.
///
/// **Domain**: the registrable domain of the URL Standard, the public suffix and one label more, by
/// both sections of the Public Suffix List ([PublicSuffixes]). Private suffixes count because the
/// question is who publishes: `alice.github.io` and `bob.github.io` are two publishers as `a.co.uk`
/// and `b.co.uk` are, and `bucket.s3.amazonaws.com` is its owner's, not Amazon's. (Tools that take
/// the registries' section alone, such as `tldextract` by default, sum these up as `github.io` and
/// `amazonaws.com`.) What has no registrable domain goes by its whole host, so that no row is lost:
/// addresses of numbers, hosts of one label, hosts with an empty label, and hosts that are
/// themselves a public suffix, as the `s3.amazonaws.com` of `s3.amazonaws.com/bucket`. Labels are
/// not checked further: `_x.example.com` belongs to `example.com`.
///
/// **Top-level domain**: the last label of the host, listed or not (`uk` of `example.co.uk`), in
/// its own script (`рф`, not `xn--p1ai`). Addresses of numbers and hosts of one label have none and
/// go by keys of their own, [#ADDRESS] and [#ONE_LABEL].
final class WebDomain {
  /// In place of the top-level domain of an address in brackets or a host that ends in a number.
  static final String ADDRESS = "(address)";

  /// In place of the top-level domain of a host of one label.
  static final String ONE_LABEL = "(none)";

  /// Pattern of texts that are no label of a name in lower case: capitals, controls, blanks, code
  /// points for private use, marks that cannot be seen but the two that join letters, and wide
  /// letters and dots.
  static final String NO_LABEL =
      "[\\p{IsUppercase}\\p{Lt}\\p{Cc}\\p{Co}\\p{Z}\\x{3002}\\x{FF01}-\\x{FF61}]"
          + "|[\\p{Cf}&&[^\\x{200C}\\x{200D}]]";

  private static final Pattern UNFIT = Pattern.compile(NO_LABEL);

  private WebDomain() {}

  /// Name of a column for [#columnSql(String)].
  private static final String COLUMN = "web_host";

  /// SQL of the host in a table with [#columnSql(String)]; null if there is none.
  static final String HOST = "nullif(" + COLUMN + ", '')";

  /// SQL for the part of an address between `://` and the next slash: cheap enough for every row.
  static String authoritySql(String url) {
    return ("CASE WHEN instr(%1$s, '://') > 1 AND instr(%1$s, '/') = instr(%1$s, '://') + 1"
            + " THEN split_part(%1$s, '/', 3) END")
        .formatted(url);
  }

  /// SQL for the host of what [#authoritySql(String)] gave, as it is written but for capitals; null
  /// if there is none.
  static String hostSql(String authority) {
    return ("nullif(trim(TRAILING '.' FROM lower(regexp_extract(%s,"
            + " '^(?:[^?#]*@)?(\\[[^\\]]*\\]|[^:?#]*)', 1))), '')")
        .formatted(authority);
  }

  /// SQL of a column for [#HOST], where each row is asked for its host: one pattern over the whole
  /// address gives what [#authoritySql(String)] and [#hostSql(String)] give together, empty if
  /// there is none, for a third of the time on a cluster.
  static String columnSql(String url) {
    return ("trim(TRAILING '.' FROM lower(regexp_extract(%s,"
            + " '^[^/]+://(?:[^/?#]*@)?(\\[[^\\]/]*\\]|[^/:?#]*)', 1))) AS %s")
        .formatted(url, COLUMN);
  }

  /// SQL for the top-level domain of what [#hostSql(String)] gave, as it is written there; null for
  /// null.
  static String topLevelSql(String host) {
    return ("CASE WHEN instr(%1$s, '[') = 1 OR regexp_extract(split_part(%1$s, '.', -1),"
            + " '^(?:[0-9]+|0x[0-9a-f]*)$', 0) <> '' THEN '%2$s' WHEN instr(%1$s, '.') = 0 THEN"
            + " '%3$s' ELSE split_part(%1$s, '.', -1) END")
        .formatted(host, ADDRESS, ONE_LABEL);
  }

  /// A host, in lower case, in its own script: labels in [Punycode] are replaced by what they stand
  /// for, unless that is no label of a name ([#NO_LABEL]).
  static String inOwnScript(String host) {
    return host.contains(Punycode.PREFIX)
        ? Arrays.stream(host.split("[.]", -1))
            .map(WebDomain::label)
            .collect(Collectors.joining("."))
        : host;
  }

  private static String label(String label) {
    return label.startsWith(Punycode.PREFIX)
        ? Punycode.decode(label.substring(Punycode.PREFIX.length()))
            .filter(text -> !UNFIT.matcher(text).find())
            .orElse(label)
        : label;
  }

  /// The key of a name that somebody wrote down: in lower case, letters and their accents composed,
  /// without final dots, in its own script.
  static String key(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFC).replaceFirst("[.]+$", "");
    return inOwnScript(bare.toLowerCase(Locale.ROOT));
  }
}

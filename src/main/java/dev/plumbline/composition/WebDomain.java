package dev.plumbline.composition;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The parts of a web address that say who publishes there: host, registrable domain, top-level
/// domain.
///
/// **Host**: what stands between `scheme://` and the next `/`, `?` or `#`, in lower case, without
/// user, port and final dots; an address without `scheme://host` has none. It stays as it is
/// written: a name in Punycode and the same in its own script are two (a filter that names one
/// means both, [#spellings(String)]).
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
/// **Top-level domain**: the last label of the host, listed or not (`uk` of `example.co.uk`).
/// Addresses of numbers and hosts of one label have none and go by keys of their own, [#ADDRESS]
/// and [#ONE_LABEL].
final class WebDomain {
  /// In place of the top-level domain of an address in brackets or a host that ends in a number.
  static final String ADDRESS = "(address)";

  /// In place of the top-level domain of a host of one label.
  static final String ONE_LABEL = "(none)";

  private WebDomain() {}

  /// SQL for the part of an address between `://` and the next slash: cheap enough for every row.
  static String authoritySql(String url) {
    return ("CASE WHEN instr(%1$s, '://') > 1 AND instr(%1$s, '/') = instr(%1$s, '://') + 1"
            + " THEN split_part(%1$s, '/', 3) END")
        .formatted(url);
  }

  /// SQL for the host of what [#authoritySql(String)] gave; null if there is none.
  static String hostSql(String authority) {
    return ("nullif(trim(TRAILING '.' FROM lower(regexp_extract(%s,"
            + " '^(?:[^?#]*@)?(\\[[^\\]]*\\]|[^:?#]*)', 1))), '')")
        .formatted(authority);
  }

  /// SQL for the top-level domain of what [#hostSql(String)] gave; null for null.
  static String topLevelSql(String host) {
    return ("CASE WHEN regexp_extract(%1$s, '^\\[|(?:^|\\.)(?:[0-9]+|0x[0-9a-f]*)$', 0) <> ''"
            + " THEN '%2$s' WHEN instr(%1$s, '.') = 0 THEN '%3$s'"
            + " ELSE regexp_extract(%1$s, '[^.]+$', 0) END")
        .formatted(host, ADDRESS, ONE_LABEL);
  }

  /// A name as it is written, in Punycode, and in its own script; final dots are dropped.
  static List<String> spellings(String name) {
    String bare = name.replaceFirst("[.]+$", "");
    Set<String> spellings = new LinkedHashSet<>(List.of(bare));
    try {
      spellings.add(IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      // No domain name: it has one spelling.
    }
    spellings.add(IDN.toUnicode(bare, IDN.ALLOW_UNASSIGNED));
    return List.copyOf(spellings);
  }
}

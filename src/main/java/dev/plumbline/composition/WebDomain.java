package dev.plumbline.composition;

/// The domain of a web address, as a publisher would be named: `i.img.example.co.uk` belongs to
/// `example.co.uk`.
///
/// Rule: the host in lower case, without user, port and final dot; its last two labels, or the last
/// three if the last has two letters and the one before it is a usual registry label such as `co`,
/// `com`, `ac` or `gov`. Addresses of numbers and hosts of one label stay whole. An address without
/// `scheme://host` has no domain. This is an approximation of the public suffix list: private
/// suffixes such as `github.io` are taken for domains.
final class WebDomain {
  private static final String REGISTRY =
      "ac|co|com|ed|edu|go|gob|gouv|gov|govt|ltd|me|mil|ne|net|nom|or|org|plc|sch|school|web";

  private WebDomain() {}

  /// SQL for the part of an address between `://` and the next slash: cheap enough for every row.
  static String authoritySql(String url) {
    return ("CASE WHEN instr(%1$s, '://') > 1 AND instr(%1$s, '/') = instr(%1$s, '://') + 1"
            + " THEN split_part(%1$s, '/', 3) END")
        .formatted(url);
  }

  /// SQL for the whole host of what [#authoritySql(String)] gave, in lower case; null if there is
  /// none.
  static String hostSql(String authority) {
    return "nullif(" + host(authority) + ", '')";
  }

  private static String host(String authority) {
    return ("trim(TRAILING '.' FROM lower(regexp_extract(%s,"
            + " '^(?:[^@?#]*@)?(\\[[^\\]]*\\]|[^:?#]*)', 1)))")
        .formatted(authority);
  }

  /// SQL for the domain of what [#authoritySql(String)] gave; null if there is none.
  static String domainSql(String authority) {
    String host = host(authority);
    String domain =
        "regexp_extract(%s, '[^.]+\\.(?:%s)\\.[a-z]{2}$|[^.]+\\.[^.]+$', 0)"
            .formatted(host, REGISTRY);
    return ("CASE WHEN regexp_extract(%1$s, '^([0-9.]+$|\\[)', 1) <> '' THEN %1$s"
            + " ELSE coalesce(nullif(%2$s, ''), nullif(%1$s, '')) END")
        .formatted(host, domain);
  }
}

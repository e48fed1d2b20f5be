package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;

/// Which of the distinct texts of a column are kept while its rows are grouped by text: one in
/// `rate`, chosen by a hash of the text alone.
///
/// Gibbons' distinct sampling (Gibbons 2001, VLDB, 541–550) with a rate that is fixed before the
/// scan: a text is kept if the first eight hexadecimal digits of its MD5 are below 2³² / `rate`.
/// All rows of a kept text are counted, so that the number of distinct texts is the number of kept
/// ones times `rate`, however often each occurs. The choice depends on nothing but the text: same
/// files, same texts, on every engine, in any order. See [Duplicates] for the error.
///
/// Kept texts are told apart by a hash of 63 bits of the engine: among the 2²³ that are kept at
/// most the chance that any two are taken for one is below 10⁻⁵.
///
/// @param rate a power of two; 1 keeps every text
record DistinctSampling(long rate) {
  /// Rows up to which every text is kept, and about the most texts that are kept of more.
  static final long MOST_KEPT = 1L << 23;

  private static final long HASHES = 1L << 32;

  DistinctSampling {
    Arguments.check(
        rate >= 1 && rate < HASHES && Long.bitCount(rate) == 1, "rate is a power of two");
  }

  /// The lowest rate at which no more than `most` texts are to be expected.
  static DistinctSampling of(ManifestTable table, long most, Cancellation cancellation) {
    return of(table.expectedRows(cancellation), most);
  }

  /// The lowest rate at which no more than `most` of `rows` texts are to be expected.
  static DistinctSampling of(long rows, long most) {
    long rate = 1;
    while (rows > most * rate) {
      rate *= 2;
    }
    return new DistinctSampling(rate);
  }

  /// SQL of a text's number, 0 or more: the same for the same text. -1 for texts that are not kept,
  /// null for null.
  String keySql(String text, QuerySession session) {
    String number = session.identity(text);
    return rate == 1
        ? "CASE WHEN %s IS NOT NULL THEN %s END".formatted(text, number)
        : "CASE WHEN md5(%1$s) < '%2$08x' THEN %3$s WHEN %1$s IS NOT NULL THEN -1 END"
            .formatted(text, HASHES / rate, number);
  }
}

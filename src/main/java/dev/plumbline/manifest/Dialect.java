package dev.plumbline.manifest;

/// How the files of a shard group are written.
///
/// @param compression packing of a text file
/// @param encoding characters of a text file
/// @param delimiter between the cells of a delimited file
/// @param quoted whether a double quote encloses cells of a delimited file; if not, it is a
///   character
/// @param header whether the first line of a delimited file names the columns
public record Dialect(
    Compression compression, Encoding encoding, char delimiter, boolean quoted, boolean header) {

  /// For formats that describe themselves.
  static Dialect plain(Compression compression) {
    return new Dialect(compression, Encoding.UTF_8, ',', true, true);
  }
}

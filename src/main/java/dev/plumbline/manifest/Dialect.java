package dev.plumbline.manifest;

/// How the files of a shard group are written.
///
/// @param compression packing of a text file
/// @param encoding characters of a text file
/// @param delimiter between the cells of a delimited file
/// @param quoted whether a double quote encloses cells of a delimited file; if not, it is a
///   character
/// @param header whether the first line of a delimited file names the columns
/// @param records how JSON objects follow each other
public record Dialect(
    Compression compression,
    Encoding encoding,
    char delimiter,
    boolean quoted,
    boolean header,
    Records records) {

  /// Of a delimited file.
  static Dialect delimited(
      Compression compression, Encoding encoding, char delimiter, boolean quoted, boolean header) {
    return new Dialect(compression, encoding, delimiter, quoted, header, Records.LINES);
  }

  /// For formats that describe themselves.
  static Dialect plain(Compression compression) {
    return json(compression, Records.LINES);
  }

  /// Of a file of JSON objects.
  static Dialect json(Compression compression, Records records) {
    return new Dialect(compression, Encoding.UTF_8, ',', true, true, records);
  }
}

package dev.plumbline.manifest;

/// How the records of a file of JSON objects follow each other.
public enum Records {
  /// One a line.
  LINES("line"),
  /// Elements of one array.
  ARRAY("element"),
  /// Samples of a tar archive.
  MEMBERS("sample");

  private final String noun;

  Records(String noun) {
    this.noun = noun;
  }

  /// What a sentence calls one record.
  String noun() {
    return noun;
  }
}

package dev.plumbline.manifest;

/// How a text file is packed, recognised by its first bytes and not by its name.
public enum Compression {
  NONE("none"),
  GZIP("gzip"),
  ZSTD("zstd");

  private final String option;

  Compression(String option) {
    this.option = option;
  }

  /// The engine's word for it.
  String option() {
    return option;
  }

  static Compression of(byte[] start) {
    if (start.length >= 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
      return GZIP;
    }
    boolean zstd =
        start.length >= 4
            && (start[0] & 0xff) == 0x28
            && (start[1] & 0xff) == 0xb5
            && (start[2] & 0xff) == 0x2f
            && (start[3] & 0xff) == 0xfd;
    return zstd ? ZSTD : NONE;
  }
}

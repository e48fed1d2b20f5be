package dev.plumbline.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Tells the format of a file whose name says nothing by its first bytes.
final class FormatSniffer {
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
  private static final int TAR_AT = 257;
  private static final int LOOK_AT = 1 << 14;

  private FormatSniffer() {}

  /// The format, empty for a file that is not readable, packed, or no text.
  static Optional<ManifestFormat> sniff(Path file) {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOK_AT);
    } catch (IOException _) {
      return Optional.empty();
    }
    if (start.length >= PARQUET.length && Arrays.equals(Arrays.copyOf(start, 4), PARQUET)) {
      return Optional.of(ManifestFormat.PARQUET);
    }
    if (start.length > TAR_AT + TAR.length
        && Arrays.equals(Arrays.copyOfRange(start, TAR_AT, TAR_AT + TAR.length), TAR)) {
      return Optional.of(ManifestFormat.WEBDATASET);
    }
    if (Compression.of(start) != Compression.NONE || BinaryContent.in(start)) {
      return Optional.empty();
    }
    String text = Encoding.of(start).decode(start);
    if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[{")) {
      return Optional.of(ManifestFormat.JSONL);
    }
    boolean tabs = text.lines().findFirst().orElse("").indexOf('\t') >= 0;
    return Optional.of(tabs ? ManifestFormat.TSV : ManifestFormat.CSV);
  }
}

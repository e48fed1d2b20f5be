package dev.plumbline.manifest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Names of files as a cluster writes and reads them.
final class SparkPaths {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\*?\\[\\]{}]");

  private SparkPaths() {}

  /// A user's word; one without a scheme is a path and made absolute.
  static String of(String word) {
    return word.startsWith("/") || SCHEME.matcher(word).matches()
        ? word
        : Path.of("").toAbsolutePath() + "/" + word;
  }

  /// Pattern that means exactly this file.
  static String literal(String file) {
    return SPECIAL.matcher(file).replaceAll("\\\\$0");
  }

  /// A message in which the cluster's escapes in addresses are undone, so that names of files can
  /// be found in it.
  static String plain(String message) {
    String text = message.replace("file:///", "file:/");
    try {
      return text.contains("%")
          ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
          : text;
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}

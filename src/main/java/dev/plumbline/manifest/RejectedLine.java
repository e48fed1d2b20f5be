package dev.plumbline.manifest;

/// A row that was left out.
///
/// @param line number of the line of the file at which it starts, from 1; where that is not known
///   (in tables packed by Zstandard, or beyond 4 GiB), number of the row, for which one with quoted
///   line ends counts once; a header counts
/// @param text its beginning as it stands in the file
public record RejectedLine(long line, String text) {
  private static final int LONGEST = 160;

  public RejectedLine {
    text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

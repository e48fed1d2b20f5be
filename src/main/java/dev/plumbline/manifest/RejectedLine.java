package dev.plumbline.manifest;

/// A row that was left out.
///
/// @param line its number in the file, from 1; a header and lines that are blank count, a row with
///   quoted line ends counts once
/// @param text its beginning as it stands in the file
public record RejectedLine(long line, String text) {
  private static final int LONGEST = 160;

  public RejectedLine {
    text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

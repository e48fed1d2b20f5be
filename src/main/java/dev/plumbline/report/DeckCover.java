package dev.plumbline.report;

import java.util.List;

/// What the first slide and the speaker notes of a deck say.
///
/// @param title name of the study
/// @param date when it was run, as it is to be written
/// @param settings lines on what was done: battery, permutations, seed, …
/// @param note source and settings, for the speaker notes of every slide
public record DeckCover(String title, String date, List<String> settings, String note) {
  public DeckCover {
    settings = List.copyOf(settings);
  }
}

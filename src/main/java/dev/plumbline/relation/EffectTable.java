package dev.plumbline.relation;

import java.util.List;

/// What a file of effect sizes holds.
///
/// @param rows effect sizes in the file's order
/// @param notes what was left out and why
public record EffectTable(List<EffectRow> rows, List<String> notes) {
  public EffectTable {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}

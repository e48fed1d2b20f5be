package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.study.BiasRow;
import java.util.Optional;

/// Why a cell has no d.
enum BiasGap {
  /// The run has not come to it yet.
  WAITING("…"),
  /// Nobody has measured it.
  UNMEASURED(""),
  /// The model is known from tables only, and they do not report it.
  UNREPORTED(""),
  /// It was left out for a reason, such as missing images.
  SKIPPED(""),
  /// It was measured, and d does not exist.
  UNDEFINED("–");

  private final String sign;

  BiasGap(String sign) {
    this.sign = sign;
  }

  /// What is written in such a cell; where nothing is, the cell is crossed out.
  String sign() {
    return sign;
  }

  /// The gap of a row, empty if there is none.
  ///
  /// @param missing the gap where there is no row
  static Optional<BiasGap> of(Optional<BiasRow> row, BiasGap missing) {
    if (row.isEmpty()) {
      return Optional.of(missing);
    }
    if (row.get().d().isPresent()) {
      return Optional.empty();
    }
    boolean undefined =
        row.get().result().filter(AssociationResult.Undefined.class::isInstance).isPresent();
    return Optional.of(undefined ? UNDEFINED : SKIPPED);
  }
}

package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.Measured;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One test of one model looked into.
///
/// @param settings how it was computed
/// @param result level 1: d, p and interval of the test, the same numbers as a plain test with the
///   same seed
/// @param targets level 2: X, then Y
/// @param pairs level 3: X with A, X with B, Y with A, Y with B
/// @param stimuli every stimulus of X, Y, A and B, in order
/// @param distribution null distribution of d, empty where d is not defined
public record AssociationDetail(
    DrillDownSettings settings,
    AssociationResult result,
    List<TargetAssociation> targets,
    List<PairCosines> pairs,
    List<StimulusDetail> stimuli,
    Optional<NullDistribution> distribution) {
  public AssociationDetail {
    targets = List.copyOf(targets);
    pairs = List.copyOf(pairs);
    stimuli = List.copyOf(stimuli);
  }

  /// Stimuli of one set, the most associated with A (of attributes: with X) first; equal ones stay
  /// in their order.
  public List<StimulusDetail> byAssociation(StimulusRole role) {
    return stimuli.stream()
        .filter(stimulus -> stimulus.role() == role)
        .sorted(Comparator.comparingDouble(StimulusDetail::s).reversed())
        .toList();
  }

  /// All stimuli that d exists without, the most influential first whatever the sign; empty where d
  /// is not defined.
  public List<StimulusDetail> byInfluence() {
    if (!(result instanceof Measured measured)) {
      return List.of();
    }
    return stimuli.stream()
        .filter(stimulus -> stimulus.dWithout().isPresent())
        .sorted(
            Comparator.comparingDouble(
                stimulus -> -Math.abs(stimulus.influence(measured.d()).getAsDouble())))
        .toList();
  }
}

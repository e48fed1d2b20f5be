package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What lies beneath one effect size: which stimuli, which target, which attribute?
///
/// Level 1 is the test itself, with the numbers of [EmbeddingAssociation] under the same seed;
/// level 2 a [TargetAssociation] for each target, level 3 the [PairCosines] of the four pairs of
/// sets (Wolfe, Hiniker and Howe 2024, arXiv 2408.01966). Every stimulus comes with its association
/// s, its single-category test ([SingleCategoryAssociation]) and the d that the test would have
/// without it (leave-one-out, nothing else changed). The null distribution bins the permutations of
/// p.
///
/// The seed of a stimulus' own test is derived from the test's seed, the set and the place, so that
/// no number depends on the others. Where d of the test is not defined, s, levels and single tests
/// are still given and the result carries the reason.
public final class AssociationDrillDown {
  private final DrillDownSettings settings;

  /// Makes a drill-down with the given settings.
  public AssociationDrillDown(DrillDownSettings settings) {
    this.settings = settings;
  }

  /// Looks into one test.
  ///
  /// @throws PlumblineException if a set is empty or holds an unusable vector
  public AssociationDetail of(
      NamedVectors x,
      NamedVectors y,
      NamedVectors a,
      NamedVectors b,
      Progress progress,
      Cancellation cancellation) {
    AssociationResult result =
        new EmbeddingAssociation(settings.association())
            .test(x.vectors(), y.vectors(), a.vectors(), b.vectors(), cancellation);
    List<UnitVectors> sets =
        List.of(
            UnitVectors.of("X", x.vectors()),
            UnitVectors.of("Y", y.vectors()),
            UnitVectors.of("A", a.vectors()),
            UnitVectors.of("B", b.vectors()));
    AssociationScores s = AssociationScores.of(sets.get(0), sets.get(1), sets.get(2), sets.get(3));
    Cosines cosines = Cosines.of(sets.get(0), sets.get(1), sets.get(2), sets.get(3));
    List<List<String>> names = List.of(x.names(), y.names(), a.names(), b.names());
    return new AssociationDetail(
        settings,
        result,
        targets(sets, cancellation),
        PairCosines.of(cosines, s.nX(), a.names().size()),
        stimuli(names, sets, s, cosines, progress, cancellation),
        result instanceof Measured ? Optional.of(distribution(s, cancellation)) : Optional.empty());
  }

  private NullDistribution distribution(AssociationScores s, Cancellation cancellation) {
    int ddof = settings.association().ddof();
    return PermutationTest.of(settings.association(), 1)
        .distribution(s, EffectSize.of(s, ddof), ddof, settings.bins(), cancellation);
  }

  private List<TargetAssociation> targets(List<UnitVectors> sets, Cancellation cancellation) {
    List<TargetAssociation> targets = new ArrayList<>();
    for (StimulusRole role : List.of(StimulusRole.X, StimulusRole.Y)) {
      long seed = Seeds.derive(settings.association().seed(), "target", role.name());
      targets.add(
          new TargetAssociation(
              role,
              new SingleCategoryAssociation(settings.ofStimulus(seed))
                  .test(sets.get(role.ordinal()), sets.get(2), sets.get(3), cancellation)));
    }
    return targets;
  }

  private List<StimulusDetail> stimuli(
      List<List<String>> names,
      List<UnitVectors> sets,
      AssociationScores s,
      Cosines cosines,
      Progress progress,
      Cancellation cancellation) {
    LeaveOneOut without =
        new LeaveOneOut(cosines, s, names.get(2).size(), settings.association().ddof());
    int total = names.stream().mapToInt(List::size).sum();
    List<StimulusDetail> stimuli = new ArrayList<>(total);
    for (StimulusRole role : StimulusRole.values()) {
      UnitVectors set = sets.get(role.ordinal());
      UnitVectors first = sets.get(role.target() ? 2 : 0);
      UnitVectors second = sets.get(role.target() ? 3 : 1);
      int offset =
          role == StimulusRole.Y ? s.nX() : role == StimulusRole.B ? sets.get(2).rows() : 0;
      for (int place = 0; place < set.rows(); place++) {
        progress.update("testing stimuli", stimuli.size(), total);
        long seed =
            Seeds.derive(settings.association().seed(), "stimulus", role.name(), "" + place);
        AssociationResult single =
            new SingleCategoryAssociation(settings.ofStimulus(seed))
                .test(set.row(place), first, second, cancellation);
        double d =
            role.target()
                ? without.withoutTarget(offset + place)
                : without.withoutAttribute(offset + place);
        stimuli.add(
            new StimulusDetail(
                role,
                place,
                names.get(role.ordinal()).get(place),
                association(role, set.row(place), first, second, s, offset + place),
                single,
                Double.isNaN(d) ? OptionalDouble.empty() : OptionalDouble.of(d),
                Double.isNaN(d) ? Optional.of(reason(role, set.rows())) : Optional.empty()));
      }
    }
    progress.update("testing stimuli", total, total);
    return stimuli;
  }

  private static double association(
      StimulusRole role,
      UnitVectors stimulus,
      UnitVectors first,
      UnitVectors second,
      AssociationScores s,
      int place) {
    return role.target()
        ? s.values()[place]
        : AssociationScores.of(stimulus, stimulus, first, second).values()[0];
  }

  private static String reason(StimulusRole role, int size) {
    return size == 1
        ? "Without it " + role + " would be empty."
        : "Without it all stimuli of X and Y would be equally associated with A and B.";
  }
}

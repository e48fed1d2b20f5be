package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.TestId;
import org.junit.jupiter.api.Test;

/// Expected values were worked out by hand from the formulas, with the logarithms of a pocket
/// calculator.
class AssociationMeasuresTest {
  private static final LexiconTest TEST = new LexiconTest(new TestId("t"), "X", "Y", "A", "B");

  @Test
  void logOddsRatioOfATextbookTable() {
    // ln(30·40 / (10·20)) = ln 6; error √(1/30 + 1/10 + 1/20 + 1/40) = √0.2083333
    LogOddsRatio ratio = LogOddsRatio.of(30, 10, 20, 40).orElseThrow();

    assertEquals(1.791759469228055, ratio.value(), 1e-12);
    assertEquals(1.791759469228055 - 1.959964 * 0.45643546458763845, ratio.interval().low(), 1e-12);
    assertEquals(
        1.791759469228055 + 1.959964 * 0.45643546458763845, ratio.interval().high(), 1e-12);
    assertEquals(0.95, ratio.interval().level());
  }

  @Test
  void anEmptyCellIsCorrectedByOneHalfInAllFour() {
    // ln(5.5·7.5 / (0.5·3.5)) = ln(23.571428…)
    LogOddsRatio ratio = LogOddsRatio.of(5, 0, 3, 7).orElseThrow();

    assertEquals(Math.log(41.25 / 1.75), ratio.value(), 1e-12);
    double error = Math.sqrt(1 / 5.5 + 2 + 1 / 3.5 + 1 / 7.5);
    assertEquals(ratio.value() + 1.959964 * error, ratio.interval().high(), 1e-12);
  }

  @Test
  void theRatioChangesItsSignWithTheTargetsAndIsZeroWithoutADifference() {
    assertEquals(
        LogOddsRatio.of(3, 5, 7, 11).orElseThrow().value(),
        -LogOddsRatio.of(7, 11, 3, 5).orElseThrow().value(),
        1e-12);
    assertEquals(0, LogOddsRatio.of(9, 9, 9, 9).orElseThrow().value(), 1e-12);
  }

  @Test
  void hugeCountsDoNotOverflow() {
    long n = 9_000_000_000_000_000L;
    assertEquals(0, LogOddsRatio.of(n, n, n, n).orElseThrow().value(), 1e-9);
  }

  @Test
  void withoutAnyRowThereIsNoRatio() {
    assertTrue(LogOddsRatio.of(0, 0, 0, 0).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> LogOddsRatio.of(-1, 0, 0, 0));
  }

  @Test
  void normalisedMutualInformationOfKnownCounts() {
    // p(u)=0.5, p(v)=0.4, p(u,v)=0.3: ln(0.3/0.2)/−ln 0.3 = 0.4054651/1.2039728
    assertEquals(0.336772, MutualInformation.normalised(30, 50, 40, 100).orElseThrow(), 1e-6);
    assertEquals(0, MutualInformation.normalised(20, 50, 40, 100).orElseThrow(), 1e-12);
    assertEquals(1, MutualInformation.normalised(25, 25, 25, 100).orElseThrow(), 1e-12);
    assertTrue(MutualInformation.normalised(1, 1000, 1000, 1001).orElseThrow() < 0);
  }

  @Test
  void mutualInformationIsUndefinedAtZeroAndOne() {
    assertTrue(MutualInformation.normalised(0, 5, 5, 10).isEmpty());
    assertTrue(MutualInformation.normalised(10, 10, 10, 10).isEmpty());
    assertTrue(MutualInformation.normalised(0, 0, 0, 0).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> MutualInformation.normalised(6, 5, 9, 10));
  }

  @Test
  void deltaNpmiAddsTheFourWithTheirSigns() {
    CaptionAssociation result =
        CaptionAssociations.of(
            TEST, new CaptionAssociations.Cells(30, 5, 10, 20, 2), 50, 60, 40, 30, 200);

    // nPMI(X,A) = ln(30·200/(50·40))/ln(200/30) = 1.0986123/1.8971200 = 0.5790948
    // nPMI(Y,A) = ln(10·200/(60·40))/ln 20 = −0.1823216/2.9957323 = −0.0608604
    // nPMI(X,B) = ln(5·200/(50·30))/ln 40 = −0.4054651/3.6888795 = −0.1099155
    // nPMI(Y,B) = ln(20·200/(60·30))/ln 10 = 0.7985077/2.3025851 = 0.3467874
    assertEquals(
        0.5790948 + 0.0608604 + 0.1099155 + 0.3467874, result.deltaNpmi().orElseThrow(), 1e-6);
    assertEquals(Math.log(30 * 20 / (5.0 * 10)), result.logOddsRatio().orElseThrow(), 1e-12);
    assertEquals(2, result.overlap());
    assertTrue(result.reason().isEmpty());
  }

  @Test
  void whatIsUndefinedHasAReason() {
    CaptionAssociation zero =
        CaptionAssociations.of(
            TEST, new CaptionAssociations.Cells(30, 0, 10, 20, 0), 50, 60, 40, 30, 200);
    assertTrue(zero.deltaNpmi().isEmpty() && zero.logOddsRatio().isPresent());
    assertTrue(zero.reason().orElseThrow().contains("never"));

    CaptionAssociation none =
        CaptionAssociations.of(TEST, new CaptionAssociations.Cells(0, 0, 0, 0, 0), 0, 0, 0, 0, 0);
    assertTrue(none.deltaNpmi().isEmpty() && none.logOddsRatio().isEmpty());
    assertTrue(none.interval().isEmpty() && none.reason().isPresent());

    CaptionAssociation all =
        CaptionAssociations.of(TEST, new CaptionAssociations.Cells(9, 9, 9, 9, 9), 9, 9, 9, 9, 9);
    assertEquals(0, all.logOddsRatio().orElseThrow(), 1e-12);
    assertTrue(all.reason().orElseThrow().contains("every caption"));
  }
}

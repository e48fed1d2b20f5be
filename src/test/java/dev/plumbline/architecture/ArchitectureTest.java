package dev.plumbline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final String ROOT = "dev.plumbline";
  private static final String PLANTED = "planted";

  private final JavaClasses product =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

  @Test
  void packagesImportOnlyThoseNamedForThem() {
    HouseRules.order(ROOT).forEach(rule -> rule.check(product));
  }

  @Test
  void librariesStayWhereTheyBelong() {
    HouseRules.confinement(ROOT).forEach(rule -> rule.check(product));
  }

  @Test
  void packagesFormNoCycle() {
    HouseRules.noCycles(ROOT).check(product);
  }

  @Test
  void classesStandInPlannedPackagesOnly() {
    HouseRules.onlyPlannedPackages(ROOT).check(product);
  }

  @Test
  void everyPackageSaysItsQuestion() {
    assertEquals(14, HouseRules.packages().size());
    for (String name : HouseRules.packages()) {
      Path info = Path.of("src/main/java/dev/plumbline", name, "package-info.java");
      assertTrue(Files.exists(info), "no package-info.java for " + name);
    }
  }

  @Test
  void plantedBreachOfTheOrderIsFound() {
    assertBroken(HouseRules.order(PLANTED), "planted.core.ImportsTheWindow");
  }

  @Test
  void plantedUseOfALibraryElsewhereIsFound() {
    assertBroken(HouseRules.confinement(PLANTED), "planted.report.ShowsANode");
  }

  @Test
  void plantedCycleIsFound() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> HouseRules.noCycles(PLANTED).check(planted));
    assertTrue(error.getMessage().contains("Cycle detected"), error.getMessage());
  }

  @Test
  void plantedPackageOutsideThePlanIsFound() {
    assertBroken(List.of(HouseRules.onlyPlannedPackages(PLANTED)), "planted.util.DumpingGround");
  }

  private void assertBroken(List<ArchRule> rules, String culprit) {
    List<String> details =
        rules.stream()
            .flatMap(rule -> rule.evaluate(planted).getFailureReport().getDetails().stream())
            .toList();
    assertTrue(
        details.stream().anyMatch(detail -> detail.contains(culprit)),
        () -> "no rule names " + culprit + " in " + details);
  }
}

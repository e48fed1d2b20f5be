package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.ui.part.FindingsCard;
import java.util.List;
import java.util.Optional;

/// How findings about a battery read, and where they lead: to their set or test.
final class BatteryFindings implements FindingsCard.Reading<BatteryFinding> {
  private final BatteryViewModel model;

  BatteryFindings(BatteryViewModel model) {
    this.model = model;
  }

  @Override
  public boolean isError(BatteryFinding finding) {
    return finding.isError();
  }

  @Override
  public Optional<String> place(BatteryFinding finding) {
    return Optional.of(finding.path());
  }

  @Override
  public String sentence(BatteryFinding finding) {
    return model.look().text("finding." + finding.kind().name(), finding.arguments().toArray());
  }

  @Override
  public void lead(BatteryFinding finding) {
    for (String set : model.draftProperty().get().sets().keySet()) {
      if (finding.path().equals("$.sets." + set)
          || finding.path().startsWith("$.sets." + set + ".")) {
        model.setProperty().set(set);
      }
    }
    List<AssociationTest> tests = model.draftProperty().get().tests();
    for (int i = 0; i < tests.size(); i++) {
      if (finding.path().startsWith("$.tests[" + i + "]")) {
        model.testProperty().set(tests.get(i).id());
      }
    }
  }
}

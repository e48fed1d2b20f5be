package dev.plumbline.ui.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryChecks;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.stimulus.BatteryWriter;
import dev.plumbline.stimulus.NormsDimension;
import dev.plumbline.stimulus.NormsSource;
import dev.plumbline.stimulus.Selection;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.TextGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatteryDraftTest {
  @Test
  void whateverIsEditedComesBackFromItsFileOrHasAnError() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("assets/batteries/battery.schema.json")),
                InputFormat.JSON);
    Random random = new Random(20261127);
    int sound = 0;
    for (String id : BatteryReader.BUNDLED) {
      Battery battery = BatteryReader.bundled(id);
      for (int i = 0; i < 200; i++) {
        battery = edited(battery, random);
        if (BatteryChecks.of(battery).stream().noneMatch(BatteryFinding::isError)
            && !battery.tests().isEmpty()) {
          String json = BatteryWriter.json(battery);
          assertEquals(battery, BatteryReader.parse("draft", json, "draft"));
          assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
          sound++;
        }
      }
    }
    assertTrue(sound > 100, "only " + sound + " drafts without an error");
  }

  @Test
  void aRenamedSetKeepsItsPlaceAndItsTests() {
    Battery weat = BatteryReader.bundled("weat");
    String old = weat.tests().getFirst().x();
    Battery renamed = BatteryDraft.withSetNamed(weat, old, "blossoms");
    int place = List.copyOf(weat.sets().keySet()).indexOf(old);
    assertEquals("blossoms", List.copyOf(renamed.sets().keySet()).get(place));
    assertEquals(weat.testsOf(old).size(), renamed.testsOf("blossoms").size());
    assertTrue(renamed.testsOf(old).isEmpty());
  }

  @Test
  void aSetTakesTheTestsThatUseItAlong() {
    Battery weat = BatteryReader.bundled("weat");
    String set = weat.tests().getFirst().a();
    Battery less = BatteryDraft.withoutSet(weat, set);
    assertFalse(less.sets().containsKey(set));
    assertEquals(weat.tests().size() - weat.testsOf(set).size(), less.tests().size());
  }

  @Test
  void otherSetsLeaveOnlyOrdersThatTheyHaveStimuliFor() {
    Battery ghate = BatteryReader.bundled("ghate2025");
    AssociationTest both = ghate.tests().getFirst();
    assertEquals(4, both.orders().size());
    Battery with = BatteryDraft.withSetAfter(ghate, Optional.empty(), words("rocks", "slate"));
    AssociationTest other =
        BatteryDraft.over(with, both, set -> set.equals(both.x()) ? "rocks" : set);
    assertEquals(List.of(Order.ALL_TEXT, Order.TEXT_AS_TARGET), other.orders());
  }

  @Test
  void namesThatAreTakenGetANumber() {
    Battery weat = BatteryReader.bundled("weat");
    String id = weat.tests().getFirst().id().value();
    assertEquals(new TestId(id + "-2"), BatteryDraft.freeId(weat, id));
    assertEquals("rocks", BatteryDraft.freeName(weat, "rocks"));
  }

  @Test
  void theFirstFurtherWordsTakeThePlaceOfTheSetsOwn() {
    StimulusSet set =
        words("rocks", "slate").withMore(List.of(new TextGroup(List.of("sand"), List.of())));
    assertEquals(List.of("sand"), SetDraft.withoutGroup(set, 0).sentences());
    assertEquals(List.of("slate"), SetDraft.withoutGroup(set, 1).sentences());
  }

  private static StimulusSet words(String name, String... words) {
    return SetDraft.empty(name).withTexts(List.of(words), List.of());
  }

  private static Battery edited(Battery battery, Random random) {
    List<String> sets = new ArrayList<>(battery.sets().keySet());
    String set = sets.get(random.nextInt(sets.size()));
    Optional<TestId> test =
        battery.tests().isEmpty()
            ? Optional.empty()
            : Optional.of(battery.tests().get(random.nextInt(battery.tests().size())).id());
    String fresh = "set " + random.nextInt(1000);
    return switch (random.nextInt(9)) {
      case 0 ->
          BatteryDraft.withSetAfter(
              battery,
              Optional.of(set),
              words(BatteryDraft.freeName(battery, fresh), "a" + random.nextInt(), "b"));
      case 1 -> BatteryDraft.withSetNamed(battery, set, BatteryDraft.freeName(battery, fresh));
      case 2 -> sets.size() > 6 ? BatteryDraft.withoutSet(battery, set) : battery;
      case 3 ->
          BatteryDraft.withTestAfter(
              battery, test, BatteryDraft.newTest(battery, "new").orElseThrow());
      case 4 -> test.map(it -> BatteryDraft.withoutTest(battery, it)).orElse(battery);
      case 5 ->
          test.map(
                  it ->
                      BatteryDraft.withTest(
                          battery,
                          it,
                          old -> BatteryDraft.over(battery, old.flip(), name -> other(name, sets))))
              .orElse(battery);
      case 6 ->
          BatteryDraft.withSet(
              battery,
              set,
              it ->
                  SetDraft.withGroup(
                      SetDraft.withGroupAdded(it),
                      it.more().size() + 1,
                      new TextGroup(List.of("w" + random.nextInt()), List.of("the {}"))));
      case 7 ->
          BatteryDraft.withSet(
              battery,
              set,
              it -> it.more().isEmpty() ? it : SetDraft.withoutGroup(it, it.more().size()));
      default ->
          BatteryDraft.withSet(
              battery,
              set,
              it ->
                  it.withTextRule(
                      Optional.of(
                          new Selection(
                              NormsSource.NRC_VAD,
                              NormsDimension.AROUSAL,
                              Selection.End.TOP,
                              1 + random.nextInt(30)))));
    };
  }

  private static String other(String set, List<String> sets) {
    return sets.get((sets.indexOf(set) + 1) % sets.size());
  }
}

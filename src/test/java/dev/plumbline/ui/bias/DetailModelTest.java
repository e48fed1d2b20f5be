package dev.plumbline.ui.bias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import dev.plumbline.ui.StudyFixture;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailModelTest {
  private final List<Cancellation> heard = new ArrayList<>();
  private final DetailModel model =
      new DetailModel(
          (_, _, _, _, cancellation) -> {
            heard.add(cancellation);
            throw new PlumblineException("The images are gone: choose their folder.");
          },
          Workers.direct());

  private void open(String id) {
    model.open(StudyFixture.request(), new ModelId(id), new TestId("group-work"), Order.ALL_TEXT);
  }

  @Test
  void whatCannotBeHadSaysWhy() {
    open("vit-s-balanced");
    assertEquals(
        "The images are gone: choose their folder.",
        assertInstanceOf(DetailState.Failed.class, model.stateProperty().get()).sentence());
  }

  @Test
  void anotherModelCancelsTheFirstAndTheSameAgainAsksNothing() {
    open("vit-s-balanced");
    open("vit-s-balanced");
    assertEquals(1, heard.size());
    open("vit-m-balanced");
    assertEquals(2, heard.size());
    assertTrue(heard.getFirst().cancelled());
    assertFalse(heard.getLast().cancelled());
    model.close();
    assertTrue(heard.getLast().cancelled());
    assertInstanceOf(DetailState.Unasked.class, model.stateProperty().get());
  }
}

package dev.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.LexiconReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void goesAllTheWayOfAFirstLookAndLeavesNothingBehind() throws IOException {
    AtomicReference<Path> looked = new AtomicReference<>();
    CompositionEstimate estimate =
        new WarmUp(
                (source, lexicon) -> {
                  looked.set(Path.of(source.files().getFirst()));
                  return FirstLook.sample(source, lexicon);
                },
                LexiconReader.bundled())
            .look();
    assertThat(estimate.basis().rows()).isEqualTo(16_000);
    assertThat(estimate.result().mentions()).isNotEmpty();
    assertThat(Files.exists(looked.get())).isFalse();
  }
}

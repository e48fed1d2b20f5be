package dev.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.manifest.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void goesAllTheWayOfFirstLooksAndLeavesNothingBehind() throws IOException {
    List<Path> looked = new ArrayList<>();
    List<CompositionEstimate> seen = new ArrayList<>();
    FirstLook real = FirstLook.with(new Readings(new Engines("")));
    new WarmUp(
            (source, lexicon) -> {
              looked.add(Path.of(source.files().getFirst()));
              return real.of(source, lexicon);
            },
            LexiconReader.bundled())
        .look(seen::add);
    assertThat(looked).anyMatch(file -> file.toString().endsWith(".csv"));
    assertThat(looked).anyMatch(file -> file.toString().endsWith(".parquet"));
    assertThat(looked).noneMatch(Files::exists);
    assertThat(seen)
        .allSatisfy(estimate -> assertThat(estimate.basis().rows()).isEqualTo(16_000))
        .allSatisfy(
            estimate -> assertThat(estimate.result().mentions().values()).allMatch(n -> n > 0));
  }
}

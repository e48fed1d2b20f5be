package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void aSmallProbabilityIsNotWrittenAsZero() {
    assertThat(TextTable.p(OptionalDouble.of(1e-6))).isEqualTo("<.0001");
    assertThat(TextTable.p(OptionalDouble.of(0.00005))).isEqualTo("0.0001");
    assertThat(TextTable.p(OptionalDouble.of(1))).isEqualTo("1.0000");
    assertThat(TextTable.p(OptionalDouble.empty())).isEqualTo("–");
  }

  @Test
  void wordsOfTheLastColumnBeginUnderEachOther() {
    String text =
        new TextTable("facet", "mean", "most")
            .wordy()
            .row("a", "1", "x, y")
            .row("b", "10", "z")
            .toString();
    assertThat(text).isEqualTo("facet  mean  most\na         1  x, y\nb        10  z\n");
  }

  @Test
  void columnsStandUnderEachOther() {
    String text = new TextTable("model", "d").row("a", "1.25").row("long name", "–").toString();
    assertThat(text).isEqualTo("model         d\na          1.25\nlong name     –\n");
  }
}

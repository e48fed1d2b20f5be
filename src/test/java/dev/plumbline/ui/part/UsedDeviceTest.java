package dev.plumbline.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Theme;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsedDeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cpu (1 thread)  | CPU, 1 thread      | CPU（1 スレッド）
          cpu (2 threads) | CPU, 2 threads     | CPU（2 スレッド）
          cpu             | CPU                | CPU
          cuda            | CUDA               | CUDA
          coreml          | Core ML            | Core ML
          cache           | cache only         | 再利用
          precomputed     | vectors from a file | 計算済みベクトル
          cpu (two threads) | cpu (two threads) | cpu (two threads)
          tpu             | tpu                | tpu
          """)
  void aDeviceIsNamedInTheWindowsLanguageAndAnUnknownOneAsItIsNoted(
      String label, String english, String japanese) {
    assertEquals(english, UsedDevice.name(label, new Look(Theme.LIGHT, Locale.ENGLISH)));
    assertEquals(japanese, UsedDevice.name(label, new Look(Theme.LIGHT, Locale.JAPANESE)));
  }
}

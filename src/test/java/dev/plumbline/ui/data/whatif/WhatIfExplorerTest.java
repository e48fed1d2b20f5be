package dev.plumbline.ui.data.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.TermList;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WhatIfSettings;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfExplorerTest {
  private static final int ROWS = 250_000;
  private static final Lexicon LEXICON =
      new Lexicon("pets", Map.of("cats", new TermList(List.of("cat"), false)), Map.of(), List.of());

  @TempDir private Path folder;

  private Path parquet(String name, int rows) {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return Tables.parquet(
          engine,
          "SELECT 'http://p.example/' || i AS url, 'cat ' || hash(i) AS text, (i %% 100) / 100.0 AS similarity FROM range(%d) AS t(i)"
              .formatted(rows),
          folder.resolve(name));
    }
  }

  private static WhatIfResult estimate(ManifestSource source, Optional<DuplicateKey> once) {
    RowSelection selection = new RowSelection(Filter.parse("similarity >= 0.5"), once);
    try (WhatIfExplorer explorer =
        WhatIfExplorer.open(source, new Engines(""), new Cancellation())) {
      return explorer.estimate(new WhatIfSettings(LEXICON, selection), new Cancellation());
    }
  }

  @Test
  void aFilterIsTriedOnBlocksAndDuplicatesOnRowsOfAllFiles() {
    ManifestSource source = Tables.source(parquet("many.parquet", ROWS));
    WhatIfResult blocks = estimate(source, Optional.empty());
    assertThat(blocks.sample().orElseThrow().blocks()).hasValue(16);
    assertThat(blocks.sample().orElseThrow().of()).isEqualTo(ROWS);
    assertThat(blocks.keptInterval().orElseThrow().contains(0.5)).isTrue();
    WhatIfResult rows = estimate(source, Optional.of(DuplicateKey.CAPTION));
    assertThat(rows.sample().orElseThrow().blocks()).isEmpty();
    assertThat(rows.sample().orElseThrow().rows()).isGreaterThan(150_000);
  }

  @Test
  void aDamagedFileCostsTheSampleAndNotTheAnswer() throws IOException {
    Path good = parquet("good.parquet", 1000);
    Path bad = parquet("bad.parquet", ROWS);
    byte[] bytes = Files.readAllBytes(bad);
    Arrays.fill(bytes, 100, bytes.length / 2, (byte) 0xff);
    Files.write(bad, bytes);
    WhatIfResult result = estimate(Tables.source(good, bad), Optional.empty());
    assertThat(result.sample()).isEmpty();
    assertThat(result.used()).isEqualTo(1000);
    assertThat(result.kept()).isEqualTo(500);
    assertThat(result.rejects()).hasSize(1);
  }
}

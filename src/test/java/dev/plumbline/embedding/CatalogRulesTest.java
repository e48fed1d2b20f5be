package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Oracle;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules over the dataset names of arXiv 2502.07957 and architectures of each of its families.
class CatalogRulesTest {
  private static final CatalogEntry ENTRY =
      new CatalogEntry(
          new ModelId("ViT-B-32__commonpool_xl_laion_filtered"),
          "name",
          Optional.of("ViT-B-32"),
          Optional.empty(),
          Optional.of("commonpool_xl_laion_filtered"),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          false);

  @TempDir private Path folder;

  @Test
  void aUsersOwnRulesReplaceThoseThatComeAlong() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.json"),
            """
            {"ignoreCase": true,
             "architectures": [{"startsWith": "vit", "family": "Transformer"}],
             "datasets": [{"contains": "filtered", "family": "filtered"}],
             "sizes": [{"contains": "xl", "pairs": 7}]}
            """);
    CatalogEntry proposed = CatalogRules.read(file).propose(ENTRY);
    assertEquals(Optional.of("Transformer"), proposed.architectureFamily());
    assertEquals(Optional.of("filtered"), proposed.datasetFamily());
    assertEquals(OptionalLong.of(7), proposed.datasetSize());
  }

  @Test
  void copiedRulesProposeAsTheOriginals() throws IOException {
    for (CatalogPreset preset : CatalogPreset.values()) {
      Path file = Files.writeString(folder.resolve(preset.label()), preset.json());
      assertEquals(preset.propose(ENTRY), CatalogRules.read(file).propose(ENTRY));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "{\"ignoreCase\": true, \"datasets\": []}|architectures",
        "{\"ignoreCase\": true, \"architectures\": [{\"family\": \"x\"}], \"datasets\":"
            + " []}|contains",
        "{\"ignoreCase\": true, \"architecture\": []}|is not known here",
        "{\"ignoreCase\": true, \"architectures\": [], \"datasets\": [], \"sizes\": [{\"contains\":"
            + " \"a\", \"pairs\": 0}]}|above 0",
        "nothing|mine.json"
      })
  void rulesThatCannotBeReadAreToldInOneSentence(String json, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.json"), json);
    String message =
        assertThrows(PlumblineException.class, () -> CatalogRules.read(file)).getMessage();
    assertTrue(message.contains(complaint) && message.contains("mine.json"), message);
    assertEquals(1, message.lines().count());
  }

  @ParameterizedTest
  @CsvSource({
    "laion80m, laion, laion",
    "laion400m, laion, laion",
    "laion2b, laion, laion",
    "laion5b, laion, laion",
    "laion_aesthetic, laion, laion",
    "mscoco_finetuned_laion2b, laion, laion",
    "metaclip_400m, metaclip, metaclip",
    "metaclip_fullcc, metaclip, metaclip",
    "openai_wit, openai_wit, openai_wit",
    "datacomp1b, datacomp, datacomp",
    "datacomp_s, datacomp, datacomp",
    "datacomp_m, datacomp, datacomp",
    "datacomp_l, datacomp, datacomp",
    "webli, webli, webli",
    "webli_multilingual, webli, webli",
    "commonpool_s, commonpool, commonpool",
    "commonpool_m, commonpool, commonpool",
    "commonpool_l, commonpool, commonpool",
    "commonpool_xl, commonpool, commonpool",
    "commonpool_xl_clip_filtered, commonpool, commonpool",
    "commonpool_xl_laion_filtered, commonpool, laion",
    "dfn2b, dfn, dfn",
    "dfn5b, dfn, dfn",
    "yfcc15m, yfcc15m, yfcc15m",
    "cc12m, cc12m, cc12m",
    "merged2b, merged2b, merged2b"
  })
  void filesEveryDatasetOfThePaper(String dataset, String family, String asInPaper) {
    assertEquals(Optional.of(family), CatalogRules.bundled().datasetFamily(dataset));
    assertEquals(Optional.of(asInPaper), CatalogRules.paper().datasetFamily(dataset));
  }

  @ParameterizedTest
  @CsvSource({
    "laion2b_s34b_b79k, 2320000000",
    "laion2b-s34b-b79k, 2320000000",
    "datacomp_s34b_b86k, 1400000000",
    "datacomp_s_s13m_b4k, 1400000",
    "CLIP-ViT-B-16-DataComp.L-s1B-b8K, 140000000",
    "CLIP-ViT-L-14-CommonPool.XL.clip-s13B-b90K, 3800000000",
    "commonpool_s_laion_s13m_b4k, 1300000",
    "commonpool_xl, 12800000000",
    "commonpool_xl_laion_filtered, 1300000000",
    "metaclip_fullcc, 2500000000",
    "ViT-B-32__openai, 400000000",
    "shapes, "
  })
  void knowsTheSizesOfDatasetsByName(String name, Long pairs) {
    OptionalLong expected = pairs == null ? OptionalLong.empty() : OptionalLong.of(pairs);
    assertEquals(expected, CatalogRules.bundled().datasetSize(name));
  }

  /// 121 models of open_clip's table; `v1` of the NLLB models names no dataset.
  @Test
  void filesEveryModelOfOpenClipsTable() throws IOException {
    Path table = Oracle.path("../real/openclip_results.csv");
    Map<String, Integer> families = new TreeMap<>();
    for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
      String[] cells = line.split(",");
      CatalogRules rules = CatalogRules.bundled();
      assertEquals(
          CatalogRules.paper().architectureFamily(cells[0]),
          rules.architectureFamily(cells[0]),
          cells[0]);
      assertTrue(rules.architectureFamily(cells[0]).isPresent(), cells[0]);
      assertEquals(cells[1].equals("v1"), rules.datasetFamily(cells[1]).isEmpty(), cells[1]);
      assertEquals(cells[1].equals("v1"), rules.datasetSize(cells[1]).isEmpty(), cells[1]);
      families.merge(rules.datasetFamily(cells[1]).orElse("none"), 1, Integer::sum);
    }
    assertEquals(21, families.get("commonpool"), "with those filtered as LAION was");
    assertEquals(4, families.get("dfn"));
  }

  @ParameterizedTest
  @CsvSource({
    "coca_ViT-B-32, CoCa",
    "EVA02-L-14, EVA",
    "nllb-clip-base, NLLB-CLIP",
    "xlm-roberta-base-ViT-B-32, Hybrid",
    "convnext_base_w, ConvNeXt",
    "RN50x64, ResNet",
    "ViT-SO400M-14-SigLIP, Specialized ViT",
    "ViT-B-16-plus-240, Specialized ViT",
    "ViT-L/14@336px, ViT"
  })
  void filesArchitecturesAsInThePaper(String architecture, String family) {
    assertEquals(Optional.of(family), CatalogRules.paper().architectureFamily(architecture));
    assertEquals(Optional.of(family), CatalogRules.bundled().architectureFamily(architecture));
  }

  @ParameterizedTest
  @CsvSource({
    "ViT-B-32__openai, quick_gelu",
    "ViT-H-14-quickgelu__dfn5b, quick_gelu",
    "ViT-B-32__laion2b_s34b_b79k, gelu",
    "ViT-B-32__laion400m_e32, "
  })
  void knowsWhichActivationANameImplies(String name, String activation) {
    assertEquals(Optional.ofNullable(activation), CatalogRules.bundled().activation(name));
  }
}

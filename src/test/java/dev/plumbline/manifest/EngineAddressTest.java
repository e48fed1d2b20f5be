package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
  @Test
  void credentialsAreNeverShown() {
    EngineAddress address =
        EngineAddress.parse("sc://spark.example:443/;use_ssl=true;token=s3cret;x-key=hidden")
            .withToken("another");
    assertEquals("sc://spark.example:443/;use_ssl=true", address.text());
    assertEquals(address.text(), address.toString());
    assertEquals(EngineAddress.parse(address.text()), address);
  }

  @Test
  void thePortHasADefaultAndAnIpv6HostItsBrackets() {
    assertEquals("sc://cluster:15002", EngineAddress.parse(" sc://cluster ").text());
    assertEquals("sc://[::1]:7", EngineAddress.parse("sc://[::1]:7").text());
    assertTrue(EngineAddress.parse("DuckDB").embedded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sc://",
        "sc://host:0",
        "sc://host:99999",
        "sc://user:s3cret@host:1",
        "sc://host:1/;token",
        "http://host/;token=s3cret",
        "spark://host:7077",
        "mysql",
        ""
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingSecrets(String text) {
    PlumblineException refused =
        assertThrows(PlumblineException.class, () -> EngineAddress.parse(text));
    assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedAtOnce() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    EngineAddress address = EngineAddress.parse("sc://127.0.0.1:" + port + "/;token=s3cret");
    PlumblineException silent =
        assertThrows(
            PlumblineException.class, () -> address.open(EngineSettings.defaults()).close());
    assertTrue(silent.getMessage().contains("127.0.0.1:" + port), silent.getMessage());
    assertFalse(silent.getMessage().contains("s3cret"));
  }

  @Test
  void aManifestNeverHoldsCredentials() {
    ManifestSource source =
        new ManifestSource(
            new dev.plumbline.core.DatasetId("far"),
            java.util.List.of("/data"),
            java.util.Map.of(),
            java.util.Optional.of("sc://host/;token=s3cret;x-key=hidden;use_ssl=true"));
    assertEquals(java.util.Optional.of("sc://host:15002/;use_ssl=true"), source.cluster());
    Engines engines = new Engines("s3cret");
    engines.remember(EngineAddress.parse("sc://host/;token=hidden"));
    assertFalse((source + " " + engines + " " + source.engine()).matches(".*(s3cret|hidden).*"));
  }

  @Test
  void theEmbeddedEngineIsNoCluster() {
    ManifestSource source =
        new ManifestSource(
            new dev.plumbline.core.DatasetId("near"),
            java.util.List.of("/data"),
            java.util.Map.of(),
            java.util.Optional.of("duckdb"));
    assertTrue(source.cluster().isEmpty());
    assertTrue(source.engine().embedded());
  }
}

package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SparkDialectTest {
  @Test
  void onlyBackslashesWithinTextsAreDoubled() {
    assertEquals(
        "SELECT 'it''s \\\\d', \"a\\b'\" FROM t WHERE x = '\"\\\\'",
        SparkDialect.of("SELECT 'it''s \\d', \"a\\b'\" FROM t WHERE x = '\"\\'"));
  }
}

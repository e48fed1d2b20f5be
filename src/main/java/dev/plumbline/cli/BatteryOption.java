package dev.plumbline.cli;

import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The options that choose a battery, and which of its tests are run in which way.
final class BatteryOption {
  @Option(
      names = "--battery",
      paramLabel = "FILE|NAME",
      description =
          "Battery: a file, a folder of SEAT/WEAT files, or one that comes along: ghate2025,"
              + " ghate2025-classic, weat, ieat, sample (default: sample, with its images).")
  private Path battery;

  @Option(
      names = "--orders",
      split = ",",
      paramLabel = "ORDER",
      description = "Only these orders, such as \"all text,image as target\".")
  private List<String> orders = List.of();

  @Option(
      names = "--flip",
      split = ",",
      paramLabel = "TEST",
      description = "Exchange the targets of these tests, so that d changes its sign.")
  private List<String> flips = List.of();

  /// Whether one was named.
  boolean given() {
    return battery != null;
  }

  /// What was named.
  List<String> inputs() {
    return battery == null ? List.of() : List.of(battery.toString());
  }

  /// The battery, with tests flipped and in the orders asked for.
  ///
  /// @throws PlumblineException if it is none, lacks a test that is named, or nothing is left
  Battery read() {
    Battery all = battery == null ? BatteryReader.bundled("sample") : named(battery);
    List<AssociationTest> tests = new ArrayList<>(all.tests());
    for (String id : flips) {
      int place = tests.stream().map(test -> test.id().value()).toList().indexOf(id);
      if (place < 0) {
        throw new PlumblineException(
            "--flip names \"%s\", but the battery \"%s\" has no such test; it has %s."
                .formatted(
                    id,
                    all.id(),
                    String.join(", ", tests.stream().map(test -> test.id().value()).toList())));
      }
      tests.set(place, tests.get(place).flip());
    }
    Battery flipped = all.withTests(tests);
    if (orders.isEmpty()) {
      return flipped;
    }
    Battery restricted = flipped.inOrders(orders.stream().map(Order::parse).toList());
    if (restricted.tests().isEmpty()) {
      throw new PlumblineException(
          "The battery \"%s\" has no test in the order %s."
              .formatted(all.id(), String.join(", ", orders)));
    }
    return restricted;
  }

  private static Battery named(Path battery) {
    String name = battery.toString();
    return BatteryReader.BUNDLED.contains(name) && !Files.exists(battery)
        ? BatteryReader.bundled(name)
        : BatteryReader.read(battery);
  }
}

package dev.plumbline.embedding;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Time that a piece of work took.
///
/// @param items pieces of work
/// @param seconds elapsed
/// @param cpuSeconds of all threads of this process, those of collector and compiler included
record Measured(int items, double seconds, double cpuSeconds) {
  /// Work that may fail.
  @FunctionalInterface
  interface Work {
    /// @return number of items done
    int run() throws Exception;
  }

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Measured of(Work work) throws Exception {
    long started = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    int items = work.run();
    return new Measured(
        items, (System.nanoTime() - started) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }

  Measured plus(Measured other) {
    return new Measured(
        items + other.items, seconds + other.seconds, cpuSeconds + other.cpuSeconds);
  }

  double perSecond() {
    return items / seconds;
  }

  double cpuPerItem() {
    return cpuSeconds / items;
  }

  @Override
  public String toString() {
    return "%.2f/s, %.1f ms of CPU each".formatted(perSecond(), 1e3 * cpuPerItem());
  }
}

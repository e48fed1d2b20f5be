package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Keeps ONNX Runtime from sending usage data.
///
/// From 1.29 on, its Linux and macOS builds contact a server of the vendor as soon as an
/// environment is made, unless `ORT_DISABLE_TELEMETRY` is set by then (and they overflow the stack
/// where the command line is long, microsoft/onnxruntime#32173). A Java program cannot change its
/// own environment, so the C library does. On Windows the runtime has no uploader of its own.
final class RuntimeTelemetry {
  private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";
  private static final boolean REFUSED = setVariable();

  private RuntimeTelemetry() {}

  /// Makes sure that nothing is sent; to be called before the runtime is loaded.
  ///
  /// @throws PlumblineException if that cannot be made sure of
  static void refuse() {
    if (!REFUSED) {
      throw new PlumblineException(
          "ONNX Runtime would send usage data: set the environment variable "
              + VARIABLE
              + " to 1 and start again.");
    }
  }

  @SuppressWarnings("restricted") // one call of a function of the C library
  private static boolean setVariable() {
    if ("1".equals(System.getenv(VARIABLE))) {
      return true;
    }
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> address = linker.defaultLookup().find("setenv");
    if (address.isEmpty()) {
      return System.getProperty("os.name").startsWith("Windows");
    }
    MethodHandle setenv =
        linker.downcallHandle(
            address.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int status = (int) setenv.invoke(arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), 1);
      return status == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("setenv cannot be called", e);
    }
  }
}

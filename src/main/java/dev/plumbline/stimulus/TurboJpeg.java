package dev.plumbline.stimulus;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gray and colour JPEG through libjpeg-turbo, with its defaults: the accurate integer transform
/// and smooth upsampling of colour, as Pillow has it. The library comes with Leptonica, by whose
/// reader it is called, since libjpeg's own errors would end the process.
///
/// Where the platform has no such library, or a file gives rise to any warning, there is no picture
/// and the JDK's reader has the word.
final class TurboJpeg {
  private static final Logger LOG = LoggerFactory.getLogger(TurboJpeg.class);
  private static final int SILENT = 6;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

  private final MethodHandle read;
  private final MethodHandle dimensions;
  private final MethodHandle wordsPerLine;
  private final MethodHandle data;
  private final MethodHandle destroy;

  @SuppressWarnings("restricted")
  private TurboJpeg(SymbolLookup library) throws Throwable {
    Linker linker = Linker.nativeLinker();
    read =
        linker.downcallHandle(
            library.findOrThrow("pixReadMemJpeg"),
            FunctionDescriptor.of(POINTER, POINTER, ValueLayout.JAVA_LONG, INT, INT, POINTER, INT));
    dimensions =
        linker.downcallHandle(
            library.findOrThrow("pixGetDimensions"),
            FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER));
    wordsPerLine =
        linker.downcallHandle(
            library.findOrThrow("pixGetWpl"), FunctionDescriptor.of(INT, POINTER));
    data =
        linker.downcallHandle(
            library.findOrThrow("pixGetData"), FunctionDescriptor.of(POINTER, POINTER));
    destroy =
        linker.downcallHandle(
            library.findOrThrow("pixDestroy"), FunctionDescriptor.ofVoid(POINTER));
    MethodHandle severity =
        linker.downcallHandle(
            library.findOrThrow("setMsgSeverity"), FunctionDescriptor.of(INT, INT));
    int _ = (int) severity.invokeExact(SILENT);
  }

  /// The library, loaded on first use, if this platform has it.
  static Optional<TurboJpeg> instance() {
    return Loaded.INSTANCE;
  }

  private static final class Loaded {
    private static final Optional<TurboJpeg> INSTANCE = load();

    private static Optional<TurboJpeg> load() {
      try {
        Optional<SymbolLookup> library = BundledLibrary.leptonica();
        return library.isPresent() ? Optional.of(new TurboJpeg(library.get())) : Optional.empty();
      } catch (Throwable e) {
        LOG.info("libjpeg-turbo cannot be used; the JDK's decoder, which is slower, is", e);
        return Optional.empty();
      }
    }
  }

  /// Decodes a file of one or three components.
  ///
  /// @return empty if that was not possible without a warning
  Optional<RgbImage> decode(byte[] content) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(content.length);
      MemorySegment.copy(content, 0, bytes, ValueLayout.JAVA_BYTE, 0, content.length);
      MemorySegment numbers = arena.allocate(INT, 4);
      MemorySegment pix =
          (MemorySegment)
              read.invokeExact(bytes, (long) content.length, 0, 1, numbers.asSlice(12), 0);
      if (pix.address() == 0) {
        return Optional.empty();
      }
      try {
        return numbers.getAtIndex(INT, 3) == 0 ? pixels(pix, numbers) : Optional.empty();
      } finally {
        MemorySegment holder = arena.allocateFrom(POINTER, pix);
        destroy.invokeExact(holder);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  @SuppressWarnings("restricted")
  private Optional<RgbImage> pixels(MemorySegment pix, MemorySegment numbers) throws Throwable {
    int failed =
        (int)
            dimensions.invokeExact(pix, numbers.asSlice(0), numbers.asSlice(4), numbers.asSlice(8));
    int width = numbers.getAtIndex(INT, 0);
    int height = numbers.getAtIndex(INT, 1);
    int depth = numbers.getAtIndex(INT, 2);
    if (failed != 0 || depth != 8 && depth != 32) {
      return Optional.empty();
    }
    int words = (int) wordsPerLine.invokeExact(pix);
    MemorySegment values = ((MemorySegment) data.invokeExact(pix)).reinterpret(4L * words * height);
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    int[] row = new int[words];
    for (int y = 0; y < height; y++) {
      MemorySegment.copy(values, INT, 4L * y * words, row, 0, words);
      if (depth == 32) {
        colour(row, rgb, y * width * 3, width);
      } else {
        gray(row, rgb, y * width * 3, width);
      }
    }
    return Optional.of(new RgbImage(width, height, rgb));
  }

  /// Red is the highest byte of a word, whatever the order of bytes in memory.
  private static void colour(int[] row, byte[] rgb, int start, int width) {
    int at = start;
    for (int x = 0; x < width; x++) {
      int word = row[x];
      rgb[at] = (byte) (word >>> 24);
      rgb[at + 1] = (byte) (word >>> 16);
      rgb[at + 2] = (byte) (word >>> 8);
      at += 3;
    }
  }

  private static void gray(int[] row, byte[] rgb, int start, int width) {
    int at = start;
    for (int x = 0; x < width; x++) {
      byte value = (byte) (row[x >> 2] >>> 24 - 8 * (x & 3));
      rgb[at] = value;
      rgb[at + 1] = value;
      rgb[at + 2] = value;
      at += 3;
    }
  }
}

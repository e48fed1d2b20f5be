package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The graphs of a bundle: one a side, of the precision asked for, else of the highest there is;
/// split graphs before a monolithic one (which would compute both sides each time).
///
/// @param towers the image tower and the text tower, as far as there are any, in that order
/// @param variants precisions that the bundle offers, the highest first, and the bytes their files
///   take
/// @param objections why graphs that were looked at are not used
record GraphFiles(
    List<Tower> towers, SequencedMap<String, Long> variants, List<String> objections) {
  private static final int DEPTH = 2;

  /// Chooses the graphs of a folder.
  ///
  /// @param wanted precision asked for; a side that does not come in it is taken in the highest
  /// @throws PlumblineException if the folder holds no graph, or a damaged one that would be used,
  ///   or none of the precision asked for
  static GraphFiles choose(Path folder, TowerFinder finder, Optional<String> wanted) {
    List<String> objections = new ArrayList<>();
    List<Path> all = list(folder, objections);
    SequencedMap<String, Long> variants = variants(all);
    if (wanted.isPresent() && !variants.containsKey(wanted.get())) {
      throw new ModelException(
          Complaint.of("no-variant", folder, wanted.get(), String.join(", ", variants.keySet())));
    }
    Comparator<Path> order =
        Comparator.comparing((Path file) -> rank(file, wanted))
            .thenComparing(Path::getNameCount)
            .thenComparing(Path::toString);
    List<Tower> found = find(all.stream().sorted(order).toList(), finder, wanted, objections);
    List<Tower> chosen = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      best(found, modality, wanted).ifPresent(chosen::add);
    }
    if (chosen.isEmpty()) {
      throw new ModelException(
          objections.isEmpty()
              ? Complaint.of("no-clip", folder)
              : Complaint.of("no-clip-since", folder, String.join("; ", objections)));
    }
    return new GraphFiles(List.copyOf(chosen), variants, List.copyOf(objections));
  }

  private static SequencedMap<String, Long> variants(List<Path> files) {
    SequencedMap<String, Long> variants = new LinkedHashMap<>();
    files.stream()
        .sorted(Comparator.comparing(file -> Variants.rank(Variants.of(file))))
        .forEach(file -> variants.merge(Variants.of(file), bytes(file), Long::sum));
    return Collections.unmodifiableSequencedMap(variants);
  }

  /// Bytes of a graph and of the files named after it, such as `model.onnx_data`.
  private static long bytes(Path graph) {
    String name = graph.getFileName().toString();
    long bytes = 0;
    try (Stream<Path> siblings = Files.list(graph.toAbsolutePath().getParent())) {
      for (Path file : siblings.toList()) {
        if (file.getFileName().toString().startsWith(name)) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder of " + graph + ".", e);
    }
  }

  private static List<Tower> find(
      List<Path> files, TowerFinder finder, Optional<String> wanted, List<String> objections) {
    List<Tower> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      boolean next = i > 0 && rank(files.get(i), wanted) != rank(files.get(i - 1), wanted);
      if (next && complete(found, wanted)) {
        break;
      }
      OnnxGraph graph = OnnxGraphReader.read(files.get(i));
      TowerFinder.objection(graph).ifPresent(objections::add);
      found.addAll(finder.towers(graph));
    }
    return found;
  }

  private static boolean complete(List<Tower> towers, Optional<String> wanted) {
    return Stream.of(Modality.values()).allMatch(m -> best(towers, m, wanted).isPresent());
  }

  private static Optional<Tower> best(
      List<Tower> towers, Modality modality, Optional<String> wanted) {
    return towers.stream()
        .filter(tower -> tower.modality() == modality)
        .min(
            Comparator.comparing((Tower tower) -> tower.refusal().isPresent())
                .thenComparing(tower -> rank(tower.graph().file(), wanted))
                .thenComparing(GraphFiles::isMonolithic));
  }

  private static boolean isMonolithic(Tower tower) {
    return tower.inputs().stream().anyMatch(i -> i.role().modality() != tower.modality());
  }

  /// 0 for the precision asked for, then from full precision downwards.
  private static int rank(Path file, Optional<String> wanted) {
    String variant = Variants.of(file);
    return wanted.isPresent() && wanted.get().equals(variant) ? -1 : Variants.rank(variant);
  }

  private static List<Path> list(Path folder, List<String> objections) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      List<Path> named = files.filter(GraphFiles::isNamedOnnx).sorted().toList();
      List<Path> usable = named.stream().filter(Files::isRegularFile).toList();
      named.stream()
          .filter(file -> Files.isSymbolicLink(file) && !Files.exists(file))
          .forEach(file -> objections.add(file + " is a link that leads to no file"));
      if (usable.isEmpty() && !objections.isEmpty()) {
        throw new PlumblineException("The model " + objections.getFirst() + ": copy the file.");
      }
      if (usable.isEmpty()) {
        throw new ModelException(Complaint.of("no-onnx", folder));
      }
      return usable;
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder " + folder + ".", e);
    }
  }

  private static boolean isNamedOnnx(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }
}

package dev.plumbline.performance;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TextFile;
import dev.plumbline.stimulus.ImageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Images in one folder a class, with the words to name the classes by.
///
/// Folders count in the order of their names' UTF-16 code units. Line i of `classnames.txt` names
/// the i-th folder; without that file a class is called as its folder, `_` read as a space. Each
/// line of `zeroshot_classification_templates.txt` is a template with `{c}` or `{}` for the class;
/// without it there is one: `a photo of a {c}.`. Both lie beside the folders; blank lines and
/// hidden folders do not count.
///
/// @param classes names of the classes, in the folders' order
/// @param templates templates
/// @param images image files, by class, in file-name order
/// @param labels index of each image's class
public record LabelledImages(
    List<String> classes, List<String> templates, List<Path> images, List<Integer> labels) {
  private static final String NAMES = "classnames.txt";
  private static final String TEMPLATES = "zeroshot_classification_templates.txt";
  private static final String DEFAULT_TEMPLATE = "a photo of a {c}.";

  public LabelledImages {
    classes = List.copyOf(classes);
    templates = List.copyOf(templates);
    images = List.copyOf(images);
    labels = List.copyOf(labels);
  }

  /// Lists a folder; images are not opened.
  ///
  /// @throws PlumblineException if there are no class folders, one holds no image, or the files of
  ///   names and templates do not fit
  public static LabelledImages read(Path folder) {
    List<Path> folders = classFolders(folder);
    List<Path> images = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int c = 0; c < folders.size(); c++) {
      for (Path image : ImageFolder.list(folders.get(c))) {
        images.add(image);
        labels.add(c);
      }
    }
    return new LabelledImages(names(folder, folders), templates(folder), images, labels);
  }

  /// Prompts of all classes: every template of the first class, then of the second, …
  public List<String> prompts() {
    return classes.stream()
        .flatMap(
            name ->
                templates.stream()
                    .map(template -> template.replace("{c}", name).replace("{}", name)))
        .toList();
  }

  private static List<Path> classFolders(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new PlumblineException("There is no folder " + folder + ".");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> folders =
          entries
              .filter(Files::isDirectory)
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
              .toList();
      if (folders.isEmpty()) {
        throw new PlumblineException(
            "The folder " + folder + " holds no class folders: make one folder a class.");
      }
      return folders;
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder " + folder + ".", e);
    }
  }

  private static List<String> names(Path folder, List<Path> folders) {
    Path file = folder.resolve(NAMES);
    if (!Files.exists(file)) {
      return folders.stream().map(c -> c.getFileName().toString().replace('_', ' ')).toList();
    }
    List<String> names = lines(file);
    if (names.size() != folders.size()) {
      throw new PlumblineException(
          "%s names %d classes but there are %d folders beside it: write one line a folder."
              .formatted(file, names.size(), folders.size()));
    }
    return names;
  }

  private static List<String> templates(Path folder) {
    Path file = folder.resolve(TEMPLATES);
    if (!Files.exists(file)) {
      return List.of(DEFAULT_TEMPLATE);
    }
    List<String> templates = lines(file);
    if (templates.isEmpty()) {
      throw new PlumblineException(
          file + " holds no template: write one line with {c} or drop it.");
    }
    for (String template : templates) {
      if (!template.contains("{c}") && !template.contains("{}")) {
        throw new PlumblineException(
            file + " has a template without {c} or {}: \"" + template + "\".");
      }
    }
    return templates;
  }

  private static List<String> lines(Path file) {
    return TextFile.read(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}

package dev.plumbline.study;

import dev.plumbline.composition.FilterChoices;
import dev.plumbline.manifest.ManifestSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes the paths of a study relative to the folder of its file, and absolute again.
///
/// A path is made relative if it shares more than the root with that folder; addresses such as
/// `s3://…` and the paths of a cluster are left alone, globs are treated as the paths they look
/// like.
final class StudyPaths {
  private StudyPaths() {}

  /// The study with paths relative to `folder` where possible.
  static Study relative(Study study, Path folder) {
    Path here = Path.of("").toAbsolutePath();
    return with(study, text -> relative(absolute(text, here), folder));
  }

  /// The study with every path absolute, relative ones taken from `folder`.
  static Study absolute(Study study, Path folder) {
    return with(study, text -> absolute(text, folder));
  }

  /// The path with `/` between its names, whatever the system's separator.
  static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /// `text` taken from `folder` unless it is absolute or an address.
  static String absolute(String text, Path folder) {
    if (isAddress(text) || isAbsolute(text)) {
      return text;
    }
    String relative = text;
    Path base = folder;
    while (relative.startsWith("../") && base.getParent() != null) {
      relative = relative.substring(3);
      base = base.getParent();
    }
    if (relative.equals("..") && base.getParent() != null) {
      return base.getParent().toString();
    }
    if (relative.isEmpty() || relative.equals(".")) {
      return base.toString();
    }
    String separator = folder.getFileSystem().getSeparator();
    String prefix = base.toString();
    return prefix
        + (prefix.endsWith(separator) ? "" : separator)
        + relative.replace("/", separator);
  }

  private static String relative(String text, Path folder) {
    if (isAddress(text)) {
      return text;
    }
    String separator = folder.getFileSystem().getSeparator();
    StringBuilder up = new StringBuilder();
    for (Path base = folder; base.getParent() != null; base = base.getParent()) {
      if (text.equals(base.toString())) {
        return up.isEmpty() ? "." : up.substring(0, up.length() - 1);
      }
      if (text.startsWith(base + separator)) {
        String rest = text.substring(base.toString().length() + separator.length());
        return up + rest.replace(separator, "/");
      }
      up.append("../");
    }
    return text.replace(separator, "/");
  }

  private static boolean isAddress(String text) {
    return text.contains("://");
  }

  private static boolean isAbsolute(String text) {
    try {
      return Path.of(text).isAbsolute();
    } catch (InvalidPathException _) {
      return text.startsWith("/") || text.matches("[A-Za-z]:[/\\\\].*");
    }
  }

  private static Study with(Study study, UnaryOperator<String> change) {
    StudyRequest request = study.request();
    StudyResult result = study.result();
    return new Study(
        request.with(
            it -> {
              it.manifests = each(it.manifests, source -> manifest(source, change));
              it.models = each(it.models, model -> model.at(path(model.folder(), change)));
              it.images = it.images.map(folder -> path(folder, change));
              it.zeroShot =
                  each(
                      it.zeroShot,
                      source -> new ZeroShotSource(source.id(), path(source.folder(), change)));
              it.scoreFiles = each(it.scoreFiles, file -> path(file, change));
              it.resultFiles = each(it.resultFiles, file -> path(file, change));
              it.whatIf = whatIf(it.whatIf, change);
              it.retrieval = each(it.retrieval, source -> retrieval(source, change));
            }),
        new StudyResult(
            result.compositions(),
            each(result.models(), facts -> facts(facts, change)),
            result.bias(),
            result.scores(),
            result.failures(),
            result.retrieval()),
        study.provenance(),
        study.log());
  }

  private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }

  private static ManifestSource manifest(ManifestSource source, UnaryOperator<String> change) {
    return source.cluster().isPresent()
        ? source
        : source.withFiles(source.files().stream().map(change).toList());
  }

  private static WhatIfRequest whatIf(WhatIfRequest whatIf, UnaryOperator<String> change) {
    FilterChoices choices = whatIf.choices();
    return new WhatIfRequest(
        choices.withDomains(choices.domains().map(file -> path(file, change))), whatIf.mix());
  }

  private static RetrievalSource retrieval(RetrievalSource source, UnaryOperator<String> change) {
    return new RetrievalSource(
        source.id(),
        path(source.images(), change),
        path(source.labels(), change),
        path(source.queries(), change),
        source.attributes(),
        source.k(),
        source.desired());
  }

  private static Path path(Path path, UnaryOperator<String> change) {
    return Path.of(change.apply(path.toString()));
  }

  private static ModelFacts facts(ModelFacts facts, UnaryOperator<String> change) {
    return new ModelFacts(
        facts.id(),
        facts.location().map(change),
        facts.architecture(),
        facts.architectureFamily(),
        facts.pretrainingDataset(),
        facts.datasetFamily(),
        facts.parameters(),
        facts.layout(),
        facts.device(),
        facts.deviceNotes());
  }
}

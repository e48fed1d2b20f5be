package dev.plumbline.ui.session;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Labels;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Studies to begin with.
public final class NewStudy {
  private NewStudy() {}

  /// A study without manifests and models, with the tests and term lists of the sample study.
  ///
  /// @throws dev.plumbline.core.PlumblineException if the sample study is not there
  public static Study named(String name) {
    StudyRequest sample = RequestReader.read(SampleStudy.locate());
    return Study.of(
        new StudyRequest(
            name,
            List.of(),
            sample.lexicon(),
            List.of(),
            sample.battery(),
            sample.images(),
            List.of(),
            List.of(),
            AssociationSettings.defaults()));
  }

  /// A study of nothing but the bundled term lists, shown until another is open.
  public static Study blank(String name) {
    return Study.of(
        new StudyRequest(
            name,
            List.of(),
            LexiconReader.bundled(),
            List.of(),
            new Battery("none", Labels.of("none"), Map.of(), List.of()),
            Optional.empty(),
            List.of(),
            List.of(),
            AssociationSettings.defaults()));
  }
}

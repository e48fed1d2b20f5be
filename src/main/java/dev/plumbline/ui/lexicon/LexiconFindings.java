package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.LexiconFinding;
import dev.plumbline.core.TestId;
import dev.plumbline.ui.part.FindingsCard;
import dev.plumbline.ui.session.Look;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// How findings about term lists read, and where they lead: to their list and term.
final class LexiconFindings implements FindingsCard.Reading<LexiconFinding> {
  private final LexiconViewModel model;
  private final IntConsumer terms;
  private final Consumer<TestId> tests;

  /// @param terms leads to the term at a place of the list looked at
  /// @param tests leads to a test
  LexiconFindings(LexiconViewModel model, IntConsumer terms, Consumer<TestId> tests) {
    this.model = model;
    this.terms = terms;
    this.tests = tests;
  }

  @Override
  public boolean isError(LexiconFinding finding) {
    return finding.isError();
  }

  @Override
  public Optional<String> place(LexiconFinding finding) {
    return finding
        .list()
        .map(it -> ListSections.name(model.draftProperty().get(), it, model.look()));
  }

  @Override
  public String sentence(LexiconFinding finding) {
    return sentence(finding, model.look());
  }

  /// The finding in one sentence.
  static String sentence(LexiconFinding finding, Look look) {
    return look.text("lexicon.finding." + finding.kind(), finding.arguments().toArray());
  }

  @Override
  public void lead(LexiconFinding finding) {
    finding.test().ifPresent(tests);
    finding.list().ifPresent(model.listProperty()::set);
    finding.term().ifPresent(terms);
  }
}

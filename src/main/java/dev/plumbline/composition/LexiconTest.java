package dev.plumbline.composition;

import dev.plumbline.core.TestId;

/// A caption association to compute: names of four term lists. A battery's test of the same id is
/// its counterpart on the model's side.
public record LexiconTest(TestId id, String x, String y, String a, String b) {}

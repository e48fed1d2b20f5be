package dev.plumbline.composition;

/// What a profile computes.
///
/// @param lexicon term lists and tests
public record CompositionSettings(Lexicon lexicon) {}

package dev.plumbline.ui.data.count;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.manifest.ManifestSource;

/// What is to be counted.
///
/// @param source a manifest
/// @param lexicon term lists looked for in its captions
/// @param seed seed of the study, from which that of a sample for detecting languages is derived
public record CountSubject(ManifestSource source, Lexicon lexicon, long seed) {}

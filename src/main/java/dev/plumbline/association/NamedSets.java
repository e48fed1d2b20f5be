package dev.plumbline.association;

/// What one model makes of the stimuli of a test.
///
/// @param x first target
/// @param y second target
/// @param a first attribute
/// @param b second attribute
public record NamedSets(NamedVectors x, NamedVectors y, NamedVectors a, NamedVectors b) {}

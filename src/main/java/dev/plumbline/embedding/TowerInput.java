package dev.plumbline.embedding;

/// An input of a tower's graph and what it is for.
///
/// @param value the input
/// @param role what it is for
record TowerInput(GraphValue value, InputRole role) {}

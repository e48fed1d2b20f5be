package dev.plumbline.association;

/// Outcome of a permutation test.
///
/// @param p share of partitions at least as extreme as the observed one, in (0, 1]
/// @param exact whether all partitions were counted
/// @param partitions partitions counted, the observed one included
/// @param extreme partitions at least as extreme, ties and the observed one included
/// @param tied partitions other than the observed one whose statistic equals it within the
///   tolerance; in a sampled test draws that met the observed partition again are among them
record PermutationP(double p, boolean exact, long partitions, long extreme, long tied) {}

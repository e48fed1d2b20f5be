package dev.plumbline.composition;

/// Which rows were looked at.
///
/// Rows are chosen by a hash of address, caption and seed: each used row has the same chance, the
/// choice does not depend on files, order or threads, and copies of a row go together. Intervals of
/// shares therefore hold for rows that differ.
///
/// @param rows rows in the sample
/// @param of rows of the manifest
/// @param seed seed of the choice
public record RowSample(long rows, long of, long seed) {}

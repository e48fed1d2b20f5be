package dev.plumbline.composition;

import java.util.OptionalInt;

/// Which rows were looked at.
///
/// Either rows are chosen one by one, by a hash of address, caption and seed: each used row has the
/// same chance, the choice does not depend on files, order or threads, and copies of a row go
/// together, so that intervals of shares hold for rows that differ. Or blocks of consecutive rows
/// are drawn ([dev.plumbline.manifest.BlockSample]), for which only these are read; copies are then
/// mostly missed.
///
/// @param rows rows in the sample
/// @param of rows of the manifest, estimated from the sample where its files do not tell
/// @param blocks blocks drawn; empty where rows were chosen one by one
/// @param seed seed of the choice
public record RowSample(long rows, long of, OptionalInt blocks, long seed) {}

/// Small types that every package shares.
///
/// Question: what do the parts of Plumbline say to each other? In: nothing. Out: ids, orders, the
/// float matrix, intervals, seeds, digests, progress, cancellation, and the exception that carries
/// a sentence.
package dev.plumbline.core;

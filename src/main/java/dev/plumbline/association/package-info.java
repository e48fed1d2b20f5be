/// Intrinsic bias.
///
/// Question: are the targets X closer to the attributes A, and Y to B? In: four matrices of
/// embeddings. Out: effect size d, permutation p and an interval, or the reason why they are not
/// defined.
package dev.plumbline.association;

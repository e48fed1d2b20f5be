package dev.plumbline.association;

/// Level 2 of the multilevel test: does one target as a whole go with A or with B?
///
/// `d_X = (mean_{a∈A} c(a) − mean_{b∈B} c(b)) / SD_{A∪B} c` with `c(a) = mean_{x∈X} cos(x, a)`; p
/// relabels the attributes. A test whose d is large may rest on one target alone, or on two that go
/// with the same attribute to different degrees; this level tells them apart.
///
/// Source: Wolfe, Hiniker and Howe 2024, arXiv 2408.01966, level 2; there p is a normal
/// approximation of 1,000 permutations, here it is that of the permutations themselves.
///
/// @param target X or Y
/// @param result d, p and the mean cosine with each attribute (`sX` those of A, `sY` those of B)
public record TargetAssociation(StimulusRole target, AssociationResult result) {}

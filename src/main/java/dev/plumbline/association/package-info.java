/// Bias of a model, in its embedding space and in what it shows.
///
/// Question: are the targets X closer to the attributes A, and Y to B? In: four matrices of
/// embeddings. Out: effect size d, permutation p and an interval, or the reason why they are not
/// defined. And: who is shown first when a labelled folder is searched? In: images, queries,
/// labels. Out: MaxSkew@k and NDKL with intervals and chance level.
package dev.plumbline.association;

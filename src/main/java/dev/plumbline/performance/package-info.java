/// How well a model does.
///
/// Question: what does this model score, and who says so? In: embeddings of a labelled image
/// folder, or published tables. Out: `Score`s with their source.
package dev.plumbline.performance;

/// From stimuli to vectors.
///
/// Question: how does this model see this stimulus? In: a model bundle and stimuli. Out:
/// L2-normalised embeddings, cached by content, with the device that was really used.
package dev.plumbline.embedding;

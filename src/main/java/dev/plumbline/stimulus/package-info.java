/// What is shown to a model.
///
/// Question: which words, sentences and images make up a test? In: battery files and image folders.
/// Out: a `Battery`, and images decoded to RGB.
package dev.plumbline.stimulus;

/// What a manifest is made of.
///
/// Question: who and what is mentioned, how often, and with which attributes? In: a manifest and a
/// lexicon. Out: a `CompositionResult`: facets, mentions, caption associations.
package dev.plumbline.composition;

/// What a manifest is made of.
///
/// Question: who and what is mentioned, how often, and with which attributes? In: a manifest and a
/// lexicon. Out: a `CompositionResult`: facets, mentions, caption associations.
///
/// `CompositionProfiler` runs one scan (`GroupTable`), in which each caption is reduced to a
/// `CaptionSummary` by the `TermMatcher`; `FacetReader` and `MentionCounter` make results of the
/// counted groups; `LogOddsRatio` and `MutualInformation` are the formulas; `DistinctSampling` and
/// `Duplicates` tell how many rows repeat others. A `RowSelection` (a `Filter` and a rule for
/// duplicates) becomes SQL in `BoundFilter` and `KeptRows`. Where no column tells the languages,
/// `LanguageSampler` detects them on a sample.
package dev.plumbline.composition;

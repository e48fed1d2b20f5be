package dev.plumbline.performance;

import java.util.Set;

/// A dataset of the known benchmarks under the names that published tables give it.
///
/// @param id name in CLIP_benchmark or, where it has none, DataComp
/// @param mainMetric metric that DataComp and open_clip's tables report for it
/// @param groups aggregates it belongs to: `average38`, `vtab`, `vtab+`
record Task(String id, String mainMetric, Set<String> groups) {}

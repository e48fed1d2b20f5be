package dev.plumbline.composition;

/// One bar of a facet.
///
/// @param key what it counts, such as `en` or `5–9`
/// @param count rows
/// @param share `count` divided by the facet's rows that have a value
public record Bin(String key, long count, double share) {}

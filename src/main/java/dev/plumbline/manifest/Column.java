package dev.plumbline.manifest;

/// A column as the files declare it.
///
/// @param name name in the files
/// @param type type in the query engine's words, such as `VARCHAR`
public record Column(String name, String type) {}

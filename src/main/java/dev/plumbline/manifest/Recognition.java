package dev.plumbline.manifest;

/// A column that was given a role, and why.
///
/// @param column name in the files
/// @param reason one phrase, such as `name is a known alias` or `assigned by hand`
public record Recognition(String column, String reason) {}

package dev.plumbline.manifest;

/// A file, or rows of one, that could not be read and is therefore missing from every count.
///
/// @param file the file
/// @param reason one sentence
/// @param rows rows that are known to be lost, 0 if the number is unknown
public record Reject(String file, String reason, long rows) {}

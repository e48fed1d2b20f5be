package dev.plumbline.embedding;

/// A stimulus that could not be embedded and was left out.
///
/// @param index its place in the list given
/// @param name its file name
/// @param sentence why
public record RejectedStimulus(int index, String name, String sentence) {}

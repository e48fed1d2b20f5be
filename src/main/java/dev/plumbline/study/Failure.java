package dev.plumbline.study;

/// A part of a run that failed while the rest went on.
///
/// @param subject what failed: a manifest, a model, an image
/// @param sentence what happened, where, what to do
public record Failure(String subject, String sentence) {}

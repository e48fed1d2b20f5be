package dev.plumbline.ui.cache;

import java.nio.file.Path;

/// What is kept for the next run.
///
/// @param folder where
/// @param vectors embeddings kept
/// @param vectorBytes what they take
/// @param bytes what everything in the folder takes: embeddings, profiles of manifests, the log
/// @param limit most bytes that embeddings may take
public record CacheContents(Path folder, long vectors, long vectorBytes, long bytes, long limit) {}

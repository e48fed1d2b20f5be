package dev.plumbline.study;

import java.nio.file.Path;

/// A labelled image folder to evaluate on.
///
/// @param id name of the dataset in score tables
/// @param folder the folder
public record ZeroShotSource(String id, Path folder) {}

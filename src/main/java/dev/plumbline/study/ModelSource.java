package dev.plumbline.study;

import java.nio.file.Path;
import java.util.Optional;

/// A bundle to measure.
///
/// @param folder the bundle
/// @param pretrainingDataset manifest it was trained on, if the user overrode the catalogue entry
public record ModelSource(Path folder, Optional<String> pretrainingDataset) {}

package dev.plumbline.association;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import java.util.List;

/// Embeddings of the stimuli of one set, with their names.
///
/// @param names name of each stimulus: its text, or its image's file
/// @param vectors one row a stimulus, shape `[names, dims]`
public record NamedVectors(List<String> names, FloatMatrix vectors) {
  public NamedVectors {
    names = List.copyOf(names);
    Arguments.check(names.size() == vectors.rows(), "every row needs a name");
  }
}

package dev.plumbline.composition;

import java.util.Optional;

/// How one word of a test's attributes is shared between X and Y.
///
/// @param list the attribute it belongs to; the first where it stands in both
/// @param term the word as the lexicon has it
/// @param x captions that mention X and the word
/// @param y captions that mention Y and the word
/// @param all captions that mention the word
/// @param logOdds empty where not defined: it is the only word of both attributes that is mentioned
public record WordContrast(
    String list, String term, long x, long y, long all, Optional<DirichletLogOdds> logOdds) {}

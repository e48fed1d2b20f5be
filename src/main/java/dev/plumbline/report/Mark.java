package dev.plumbline.report;

import dev.plumbline.core.Interval;
import java.awt.Color;
import java.util.Optional;
import java.util.OptionalDouble;

/// One bar or dot.
///
/// @param subject what it stands for
/// @param color colour, usually its series'
/// @param value its length or place; empty where nothing was measured
/// @param interval interval around it
/// @param label number written beside it
/// @param tooltip the full record, lines separated by line feeds
public record Mark(
    Subject subject,
    Color color,
    OptionalDouble value,
    Optional<Interval> interval,
    String label,
    String tooltip) {}

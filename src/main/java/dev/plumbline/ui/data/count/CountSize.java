package dev.plumbline.ui.data.count;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How much there is to count.
///
/// @param rows rows that the files declare, if they do
/// @param bytes size of the files; 0 where only a cluster sees them
/// @param seconds about so long a count would take, where that was tried
public record CountSize(OptionalLong rows, long bytes, OptionalDouble seconds) {}

package dev.plumbline.association;

import dev.plumbline.core.Interval;
import java.util.Optional;

/// Outcome of a bootstrap.
///
/// @param interval interval of d, empty if not obtainable
/// @param note why there is none, or how many resamples it leaves out
public record BootstrapInterval(Optional<Interval> interval, Optional<String> note) {}

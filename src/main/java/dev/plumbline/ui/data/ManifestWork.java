package dev.plumbline.ui.data;

import dev.plumbline.manifest.Engines;
import dev.plumbline.ui.data.count.FullCount;
import dev.plumbline.ui.session.TaskQueue;
import javafx.beans.value.ObservableBooleanValue;

/// How manifests are opened, looked at and counted.
///
/// @param engines opens the engines that see their files
/// @param readings manifests that are open while they are looked at
/// @param firstLook estimates the composition of one
/// @param fullCount counts all of its rows
/// @param counting counts one manifest after another
/// @param running whether a run, which counts them too, is under way
public record ManifestWork(
    Engines engines,
    Readings readings,
    FirstLook firstLook,
    FullCount fullCount,
    TaskQueue counting,
    ObservableBooleanValue running) {}

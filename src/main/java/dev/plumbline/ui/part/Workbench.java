package dev.plumbline.ui.part;

import dev.plumbline.manifest.Engines;
import dev.plumbline.study.ManifestCounts;
import dev.plumbline.ui.session.Links;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyFiles;
import dev.plumbline.ui.session.StudyRuns;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Workers;

/// What the parts of one window share.
///
/// @param session the study on screen
/// @param runs runs it
/// @param files opens and saves it
/// @param tasks long tasks
/// @param counts counts of manifests, shared by runs and the background
/// @param counting counts manifests in the background, beside the tasks
/// @param workers threads
/// @param look language and colours
/// @param remembered preferences
/// @param engines opens the engines that count manifests
/// @param dialogs asks for files
/// @param exports takes charts elsewhere
/// @param links leads from page to page
public record Workbench(
    StudySession session,
    StudyRuns runs,
    StudyFiles files,
    TaskQueue tasks,
    ManifestCounts counts,
    TaskQueue counting,
    Workers workers,
    Look look,
    Remembered remembered,
    Engines engines,
    FileDialogs dialogs,
    FigureExports exports,
    Links links) {}

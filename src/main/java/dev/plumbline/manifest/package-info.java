/// Tables of pretraining samples.
///
/// Question: what is in these files, and which column plays which role? In: files, folders, globs.
/// Out: a `Manifest` with recognised columns, and the query engine that aggregates over it.
package dev.plumbline.manifest;

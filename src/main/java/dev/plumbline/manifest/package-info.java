/// Tables of pretraining samples.
///
/// Question: what is in these files, and which column plays which role? In: files, folders, globs.
/// Out: a `Manifest` with recognised columns, and the query engine that aggregates over it.
///
/// `ManifestReader` opens (`SourceFiles` → `Shards` → `ColumnRecogniser`), `ManifestTable` turns a
/// manifest into SQL, `DuckDbEngine` and its `QuerySession`s run it. What users and files call
/// things reaches SQL only through `Sql` and `ShardQuery`.
package dev.plumbline.manifest;

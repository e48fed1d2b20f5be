/// Programs that measure, each printing ratios against a baseline of the same run.
///
/// `./mvnw -q test-compile exec:exec@bench -Dbench=CLASS` runs one; the programs that need a part
/// of a package stand in that package.
package dev.plumbline.bench;

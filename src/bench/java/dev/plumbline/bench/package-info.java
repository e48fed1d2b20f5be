/// Programs that measure, each printing ratios against a baseline of the same run.
///
/// `./mvnw -q test-compile exec:exec@bench -Dbench=NAME` runs one.
package dev.plumbline.bench;

/// The command line.
///
/// Question: how does a script ask? In: arguments. Out: JSON, files and an exit code.
package dev.plumbline.cli;

/// The full count of a manifest that follows its first look: by itself, or offered where it would
/// take long.
package dev.plumbline.ui.data.count;

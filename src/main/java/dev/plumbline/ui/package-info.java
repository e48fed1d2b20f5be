/// The window.
///
/// Question: how does a person ask? In: gestures. Out: pages that show results; nothing is computed
/// here.
package dev.plumbline.ui;

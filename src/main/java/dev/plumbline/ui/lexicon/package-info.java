/// The editor of term lists.
package dev.plumbline.ui.lexicon;

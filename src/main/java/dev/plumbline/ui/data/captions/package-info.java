/// The captions of one manifest: who is spoken of with what, and what lies beneath an association.
package dev.plumbline.ui.data.captions;

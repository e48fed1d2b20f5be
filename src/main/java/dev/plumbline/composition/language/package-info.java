/// Which language is a caption written in?
///
/// In: one caption. Out: an ISO 639-1 code, or `und` where the caption is too short or too unclear
/// to say. `CaptionLetters` finds the writing system and leaves the words that tell a language;
/// `WritingSystem` says which languages are written so; `CaptionLanguage` decides.
package dev.plumbline.composition.language;

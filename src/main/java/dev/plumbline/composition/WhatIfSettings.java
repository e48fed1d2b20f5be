package dev.plumbline.composition;

/// What a what-if asks.
///
/// @param lexicon groups, and tests whose caption association is compared
/// @param selection rows that would be kept
public record WhatIfSettings(Lexicon lexicon, RowSelection selection) {}

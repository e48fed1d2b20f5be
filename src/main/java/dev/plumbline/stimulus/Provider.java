package dev.plumbline.stimulus;

/// Where stimuli are to be had that a battery does not bring along.
///
/// @param name what they are called
/// @param page official page
public record Provider(String name, String page) {}

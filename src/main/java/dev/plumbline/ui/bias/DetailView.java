package dev.plumbline.ui.bias;

/// What is told about an opened test of one model.
enum DetailView {
  STIMULI,
  LEVELS
}

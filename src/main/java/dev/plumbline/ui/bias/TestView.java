package dev.plumbline.ui.bias;

/// What is told about the test looked at.
enum TestView {
  NUMBERS,
  STIMULI
}

// The door to libFuzzer. SwiftPM gives `main` another name, and so libFuzzer's own is not found.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer, which calls the function with each input.
int LLVMFuzzerRunDriver(
  int *argc, char ***argv, int (*test_one_input)(const uint8_t *bytes, size_t count));

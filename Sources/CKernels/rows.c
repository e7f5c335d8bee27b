#include "CKernels.h"

// Plain loops for rows of int8: C, because they run for every term of every document, and a debug build
// of Swift takes twenty times as long for them.

void rolefit_add_row(int64_t *sums, const int8_t *row, size_t width, int64_t weight) {
  // Sums may wrap around, which is defined for unsigned numbers.
  for (size_t i = 0; i < width; i++) {
    sums[i] = (int64_t)((uint64_t)sums[i] + (uint64_t)weight * (uint64_t)(int64_t)row[i]);
  }
}

int64_t rolefit_row_product(const int64_t *numbers, const int8_t *row, size_t width) {
  uint64_t sum = 0;
  for (size_t i = 0; i < width; i++) sum += (uint64_t)numbers[i] * (uint64_t)(int64_t)row[i];
  return (int64_t)sum;
}

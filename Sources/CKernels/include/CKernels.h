#ifndef ROLEFIT_CKERNELS_H
#define ROLEFIT_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// The inner loops that Swift cannot be given an instruction set for, each called once a block.
// What they compute is said, and computed once more in plain Swift, in the module Kernels.

// Adds bits of one weight in each position of a chunk: `size` of them, which is 3, 7 or 15. The outputs
// are the digits of their sum, of weights 1, 2, 4 and 8. Inputs and outputs are numbers of slots; those
// below the number of inputs of the program are its inputs.
typedef struct {
  uint16_t size, inputs[15], outputs[4];
} rolefit_adder;

// A posting list: sums[position] += weights[first + level], modulo 2^16, for `count` positions of 16
// bits that stand from `offset` on, rising, unaligned. Their levels are bytes from `levels` on; 0 stands
// for a list of level 0 throughout. The weight of each of the `level_count` levels at the term stands
// from `weights` on, a float each.
typedef struct {
  uint64_t offset, levels, weights;
  uint32_t count, first, level_count, term;
} rolefit_list;

// A bitmap of a block by its number, and what its vectors weigh at a term.
typedef struct {
  uint32_t number, term;
  float weight;
} rolefit_bitmap;

// Where some vectors of a block are looked up, and which.
typedef struct {
  const uint8_t *base;         // the region that all lies in
  size_t size;                 // its bytes
  const rolefit_list *lists;
  size_t list_count;
  const uint8_t *bits;         // bitmaps of the block, one after the other
  size_t bitmap_size;
  const rolefit_bitmap *bitmaps;
  size_t bitmap_count;
  const uint16_t *vectors;
  size_t vector_count;
  size_t count;                // vectors of the block
} rolefit_probe;

// An input of a program: the bits that any of `count` bitmaps has, from the first-th on of those that
// the program lists.
typedef struct {
  uint32_t first, count;
} rolefit_input;

typedef struct {
  const uint8_t *region;       // the bitmaps of a block, one after the other
  size_t bitmap_size;          // bytes of a bitmap: whole chunks
  const uint32_t *bitmaps;     // numbers of bitmaps, as the inputs take them
  size_t bitmap_count;
  const rolefit_input *inputs;
  size_t input_count;
  const rolefit_adder *adders;
  size_t adder_count;
  const int32_t *planes;       // slot of each plane of the sums, -1 for none
  size_t plane_count;          // at most 16
  uint8_t *scratch;            // 64-byte aligned: a run of all inputs, then slots of a chunk each,
                               // of which the first is zero
  size_t slot_count;           // slots that are no inputs
} rolefit_program;

// A vector is wanted where sum + margin >= (bound - weight * product) * scale * length.
typedef struct {
  float bound, weight, scale, margin;
} rolefit_dense_bound;

// Asks for the cache line of an address, which may be any: nothing is read.
static inline void rolefit_prefetch(const void *address) { __builtin_prefetch(address); }

enum {
  ROLEFIT_PART = 16384,        // roles whose sums lists are added to at a time: 32 KB
  ROLEFIT_SHORT = 256,         // positions of lists that are added all at once
  ROLEFIT_CHUNK_BYTES = 128,   // of a bitmap, that an adder works on at a time: 1,024 roles
  ROLEFIT_RUN_BYTES = 512,     // of a bitmap, that are gathered at a time
  ROLEFIT_AHEAD = 8            // inputs that bitmaps are fetched ahead
};

// sums += weight * row, and the product of numbers with a row; both modulo 2^64.
void rolefit_add_row(int64_t *sums, const int8_t *row, size_t width, int64_t weight);
int64_t rolefit_row_product(const int64_t *numbers, const int8_t *row, size_t width);

#define ROLEFIT_DECLARE(name)                                                                \
  int rolefit_supports_##name(void);                                                         \
  void rolefit_add_lists_##name(                                                             \
      uint16_t *sums, const uint8_t *base, const rolefit_list *lists, size_t count,          \
      const uint16_t *weights, uint32_t *cursors);                                           \
  void rolefit_round_##name(                                                                 \
      const uint8_t *base, const rolefit_list *lists, size_t count, const double *factors,   \
      uint16_t *rounded, double *below, double *above);                                      \
  void rolefit_probe_##name(const rolefit_probe *probe, float *own);                         \
  void rolefit_add_bitmaps_##name(uint16_t *sums, const rolefit_program *program);           \
  size_t rolefit_select_##name(                                                              \
      const uint16_t *sums, const uint16_t *lengths, size_t count, uint16_t threshold,       \
      uint16_t margin, const uint8_t *allowed, uint16_t *hits, size_t capacity);             \
  size_t rolefit_select_dense_##name(                                                        \
      const uint16_t *sums, const int32_t *products, const uint16_t *lengths, size_t count,  \
      rolefit_dense_bound bound, const uint8_t *allowed, uint16_t *hits);                    \
  void rolefit_dot_##name(                                                                   \
      const int8_t *rows, const int8_t *query, size_t count, size_t width, int32_t *products);

ROLEFIT_DECLARE(avx2)
ROLEFIT_DECLARE(avx512)

#endif

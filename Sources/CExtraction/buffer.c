#include "buffer.h"

#include <stdlib.h>

bool rolefit_append(rolefit_buffer *buffer, const void *bytes, size_t count) {
  if (count > buffer->limit || buffer->count > buffer->limit - count) return false;
  if (buffer->count + count > buffer->capacity) {
    size_t capacity = buffer->capacity ? buffer->capacity : 1 << 16;
    while (capacity < buffer->count + count) capacity *= 2;
    uint8_t *grown = realloc(buffer->bytes, capacity);
    if (grown == NULL) return false;
    buffer->bytes = grown;
    buffer->capacity = capacity;
  }
  if (count > 0) memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
  return true;
}

bool rolefit_append_string(rolefit_buffer *buffer, const void *bytes, size_t count) {
  if (count > UINT32_MAX) return false;
  uint8_t length[4] = {count & 0xff, count >> 8 & 0xff, count >> 16 & 0xff, count >> 24 & 0xff};
  return rolefit_append(buffer, length, 4) && rolefit_append(buffer, bytes, count);
}

void rolefit_buffer_free(rolefit_buffer *buffer) {
  free(buffer->bytes);
  *buffer = (rolefit_buffer){.limit = buffer->limit};
}

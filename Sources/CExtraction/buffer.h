#pragma once

#include <stdbool.h>
#include <string.h>

#include "CExtraction.h"

/// Appends bytes; false where the limit or the memory is reached.
bool rolefit_append(rolefit_buffer *buffer, const void *bytes, size_t count);

/// Appends a length in 4 bytes, little-endian, and the bytes.
bool rolefit_append_string(rolefit_buffer *buffer, const void *bytes, size_t count);

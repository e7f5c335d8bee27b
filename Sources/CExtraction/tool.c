// Runs a program of the system on the document, and takes what it writes.
#include <errno.h>
#include <unistd.h>

#include "CProcess.h"
#include "buffer.h"

/// Reads to the end; false where the buffer is full.
static bool read_all(int descriptor, rolefit_buffer *buffer) {
  static char piece[1 << 16];
  for (;;) {
    const ssize_t count = read(descriptor, piece, sizeof piece);
    if (count == 0) return true;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 || !rolefit_append(buffer, piece, (size_t)count)) return false;
  }
}

rolefit_status rolefit_run_tool(
  const char *path, char *const arguments[], rolefit_buffer *output, int *signal_number) {
  *signal_number = 0;
  // Programs read from where the last one stopped.
  if (lseek(0, 0, SEEK_SET) != 0) return rolefit_failed;
  int end;
  // In the worker's group: what ends that ends its tools.
  const int process = rolefit_start(path, arguments, 0, 0, &end);
  if (process < 0) return rolefit_failed;
  const bool fits = read_all(end, output);
  close(end);
  if (!fits) rolefit_kill(process, 0);
  const int status = rolefit_wait(process, signal_number);
  if (!fits) return rolefit_too_large;
  if (*signal_number != 0) return rolefit_failed;
  return status == 0 ? rolefit_ok : rolefit_malformed;
}

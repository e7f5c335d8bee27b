// Runs a program of the system on the document, and takes what it writes.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buffer.h"

/// Where programs of the system are.
static char *const environment[] = {"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};

static int spawn(pid_t *process, const char *path, char *const arguments[], int output[2]) {
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  const int failed = posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    || posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    || posix_spawn(process, path, &actions, NULL, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  return failed ? -1 : 0;
}

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
  int ends[2];
  // Programs read from where the last one stopped.
  if (lseek(0, 0, SEEK_SET) != 0 || pipe2(ends, O_CLOEXEC) != 0) return rolefit_failed;
  pid_t process;
  const int spawned = spawn(&process, path, arguments, ends);
  close(ends[1]);
  const bool fits = spawned == 0 && read_all(ends[0], output);
  close(ends[0]);
  if (spawned != 0) return rolefit_failed;
  if (!fits) kill(process, SIGKILL);
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  if (!fits) return rolefit_too_large;
  if (WIFSIGNALED(status)) {
    *signal_number = WTERMSIG(status);
    return rolefit_failed;
  }
  return WEXITSTATUS(status) == 0 ? rolefit_ok : rolefit_malformed;
}

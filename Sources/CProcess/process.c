#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/// The variables that a program needs to be found and loaded.
static const char *const kept[] = {"PATH=", "LD_LIBRARY_PATH=", "DYLD_LIBRARY_PATH="};

static void keep_environment(char *environment[]) {
  int count = 0;
  for (char **next = environ; *next != NULL; next++)
    for (size_t index = 0; index < sizeof kept / sizeof *kept; index++)
      if (strncmp(*next, kept[index], strlen(kept[index])) == 0 && count < 3)
        environment[count++] = *next;
  // One that breaks down ends at once.
  environment[count++] = "SWIFT_BACKTRACE=enable=no";
  environment[count] = NULL;
}

static int add_files(posix_spawn_file_actions_t *actions, int input, int output) {
  int failed = posix_spawn_file_actions_adddup2(actions, input, 0)
    || posix_spawn_file_actions_adddup2(actions, output, 1)
    || posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
#ifdef __linux__
  failed = failed || posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
  return failed;
}

int rolefit_start(
  const char *path, char *const arguments[], int input, int own_group, int *output) {
  int ends[2];
#ifdef __linux__
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  short flags = 0;
#else
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  short flags = POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  if (own_group) flags |= POSIX_SPAWN_SETPGROUP;
  char *environment[5];
  keep_environment(environment);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  pid_t process = -1;
  const int failed = add_files(&actions, input, ends[1])
    || posix_spawnattr_setflags(&attributes, flags)
    || posix_spawn(&process, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (failed) {
    close(ends[0]);
    return -1;
  }
  *output = ends[0];
  return process;
}

int rolefit_wait(int process, int *signal_number) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) break;
  *signal_number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

void rolefit_kill(int process, int own_group) {
  if (own_group) kill(-process, SIGKILL);
  kill(process, SIGKILL);
}

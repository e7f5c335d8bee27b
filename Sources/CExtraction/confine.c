// What a process that reads what strangers wrote is left with.
#define _GNU_SOURCE
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "CExtraction.h"

static int limit(int resource, rlim_t value) {
  const struct rlimit limits = {.rlim_cur = value, .rlim_max = value};
  return setrlimit(resource, &limits) == 0;
}

static int limit_resources(uint64_t memory_bytes, unsigned cpu_seconds, unsigned wall_seconds) {
  alarm(wall_seconds);
  // RLIMIT_DATA counts what can be written, on Linux mappings too; address space alone costs nothing.
  return limit(RLIMIT_DATA, memory_bytes) & limit(RLIMIT_CPU, cpu_seconds) & limit(RLIMIT_CORE, 0)
    & limit(RLIMIT_FSIZE, 0);
}

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/// Programs, libraries, fonts and their settings, and the state of processes, which libdispatch looks up
/// for its threads (`/proc/self` alone would not do: its files come and go, and rules with them).
/// Everything else stays shut.
static const char *const readable[] = {
  "/usr", "/lib", "/lib64", "/bin", "/etc", "/opt", "/var/cache/fontconfig", "/dev/null",
  "/dev/urandom", "/proc",
};

static void allow(int rules, const char *path) {
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR
      | LANDLOCK_ACCESS_FS_EXECUTE,
    .parent_fd = open(path, O_PATH | O_CLOEXEC),
  };
  if (rule.parent_fd < 0) return;
  // What is no folder takes no rights of folders; the devices may be written to.
  if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(rule.parent_fd);
}

/// Landlock (Linux 5.13).
static int confine_files(void) {
  const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  struct landlock_ruleset_attr attributes = {
    .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
  // LANDLOCK_ACCESS_FS_TRUNCATE, which older headers do not name: shortening a file by its path.
  if (version >= 3) attributes.handled_access_fs |= 1ull << 14;
  const int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (rules < 0) return 0;
  for (size_t index = 0; index < sizeof readable / sizeof *readable; index++)
    allow(rules, readable[index]);
  const int done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return done;
}

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "which architecture do system calls come from here?"
#endif

/// Refuses `socket` and `io_uring_setup`, by which sockets can be had too; pairs of sockets between
/// a process and its children stay.
static int refuse_network(void) {
  struct sock_filter program[] = {
    // Numbers of another architecture, or of x32, mean other calls.
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 0, 5),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 3, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
  };
  const struct sock_fprog filter = {sizeof program / sizeof *program, program};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

static int confine_system(void) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  return (confine_files() ? rolefit_no_files : 0) | (refuse_network() ? rolefit_no_network : 0);
}
#else
static int confine_system(void) { return 0; }
#endif

static int confinement = 0;

int rolefit_confinement(void) { return confinement; }

/// What Landlock and seccomp take away, they take from one thread and those that it starts: so it is
/// done before `main`, where there is one thread only.
__attribute__((constructor)) static void confine_worker(int count, char **arguments) {
  if (count < 2 || strcmp(arguments[1], rolefit_worker_command) != 0) return;
  const int limited = limit_resources(rolefit_memory, rolefit_cpu_seconds, rolefit_wall_seconds);
  confinement = (limited ? rolefit_limited : 0) | confine_system();
}

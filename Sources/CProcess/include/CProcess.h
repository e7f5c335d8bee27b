// Starts workers, and the tools of workers. Not Foundation's `Process`: on Linux, with Swift 6.3, its
// `run` reads past the end of a directory's entry about once in a thousand calls and takes the whole
// process with it.
#pragma once

/// Starts a program.
///
/// It gets `input` as standard input, the end of a new pipe as standard output, nothing as standard error
/// and no other file; of the environment it gets where programs and libraries are.
///
/// - Parameters:
///   - arguments: ended by NULL, the first being the program's name.
///   - own_group: whether it begins a process group, that of all that it will start.
///   - output: the end of the pipe to read from.
/// - Returns: the process, or -1.
int rolefit_start(
  const char *path, char *const arguments[], int input, int own_group, int *output);

/// Waits for a process to end.
///
/// - Parameter signal_number: the signal that ended it, or 0.
/// - Returns: its exit status.
int rolefit_wait(int process, int *signal_number);

/// Kills a process, and its group where it began one.
void rolefit_kill(int process, int own_group);

// The parsers of untrusted formats, and the limits that they run under. Linked into the worker's part
// of the executable only; nothing here may be called by a process that has more than one document.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Bytes that grow, up to a limit. Free them with `rolefit_buffer_free`.
typedef struct {
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  /// More is refused.
  size_t limit;
} rolefit_buffer;

/// How a parser ended.
typedef enum {
  rolefit_ok = 0,
  /// Not what the format promises, or cut off.
  rolefit_malformed,
  /// A document type declaration, or an entity that is not predefined.
  rolefit_entities,
  /// More elements inside each other than `rolefit_most_depth`.
  rolefit_too_deep,
  /// More output than the buffer's limit, or sizes that say so beforehand.
  rolefit_too_large,
  /// More entries than an archive of a document has.
  rolefit_too_many,
  /// An entry whose path leads out of the archive.
  rolefit_path_outside,
  /// A wanted entry that is there twice.
  rolefit_duplicate,
  /// It needs a password.
  rolefit_encrypted,
  /// The program could not be run, or was ended by a signal.
  rolefit_failed,
} rolefit_status;

/// Elements inside each other; libxml2's own limit for documents that are not declared huge.
static const int rolefit_most_depth = 250;

/// Reads XML or HTML and appends its events, little-endian:
///
///     open    1, name, number of attributes (2 bytes), then name and value of each
///     close   2
///     text    3, content
///
/// with each string as its length (4 bytes) and its UTF-8. XML with a document type declaration is
/// refused, nothing is fetched, no entity is expanded but the five that XML predefines; HTML is mended
/// as browsers do, its own entities become characters. The names of HTML elements are in small letters.
///
/// - Parameter is_utf8: whether HTML is known to be UTF-8, whatever it says of itself.
rolefit_status rolefit_xml_events(const uint8_t *bytes, size_t count, rolefit_buffer *events);
rolefit_status rolefit_html_events(
  const uint8_t *bytes, size_t count, int is_utf8, rolefit_buffer *events);

/// Appends the parts of a ZIP archive that are wanted: name and content, each as its length (4 bytes)
/// and its bytes. `names` holds the wanted names, each ended by a zero byte, and ends with an empty one.
rolefit_status rolefit_zip_parts(
  const uint8_t *bytes, size_t count, const char *names, rolefit_buffer *parts);

/// Runs a program with what stands on standard input, from its beginning, and appends what it writes.
/// Its messages go nowhere. Not Foundation's `Process`: that opens sockets, which a worker cannot.
///
/// - Parameters:
///   - arguments: ended by NULL, the first being the program's name.
///   - signal_number: the signal that ended it, or 0.
rolefit_status rolefit_run_tool(
  const char *path, char *const arguments[], rolefit_buffer *output, int *signal_number);

void rolefit_buffer_free(rolefit_buffer *buffer);

/// What a worker was left without.
enum {
  /// Memory, CPU time, output files and core dumps are limited.
  rolefit_limited = 1,
  /// Only the system's programs, libraries, fonts and the state of processes can be read; nothing can
  /// be written.
  rolefit_no_files = 2,
  /// No socket can be opened.
  rolefit_no_network = 4,
};

/// The first argument of a process that is a worker. Such a process is confined before `main`: it loses
/// what reading a document needs not, and so do the programs that it starts.
#define rolefit_worker_command "document-worker"

/// Bytes of memory for a worker, and for each program that it starts.
static const uint64_t rolefit_memory = 256 << 20;
/// Seconds of CPU time, likewise.
static const unsigned rolefit_cpu_seconds = 1;
/// Seconds of the clock for all of it.
static const unsigned rolefit_wall_seconds = 20;

/// What was reached for this process; 0 where it is no worker.
int rolefit_confinement(void);

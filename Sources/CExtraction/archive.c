// Parts of ZIP archives, by libarchive.
#include <archive.h>
#include <archive_entry.h>

#include "buffer.h"

/// Word and OpenDocument files have some dozens of parts; a picture is one.
static const int most_entries = 4096;
/// What all parts may say of their size, wanted or not: pictures included.
static const int64_t most_bytes = 512 << 20;

static bool leads_outside(const char *path) {
  if (*path == '/' || *path == '\\' || strchr(path, ':') != NULL) return true;
  for (const char *part = path; part != NULL; part = strpbrk(part, "/\\")) {
    if (part != path) part++;
    if (strncmp(part, "..", 2) == 0 && (part[2] == 0 || part[2] == '/' || part[2] == '\\'))
      return true;
  }
  return false;
}

/// Where `path` stands among `names`; -1 if it is not wanted.
static int wanted(const char *path, const char *names) {
  int index = 0;
  for (const char *name = names; *name != 0; name += strlen(name) + 1, index++)
    if (strcmp(name, path) == 0) return index;
  return -1;
}

/// Appends name and content; the length of the content is written when it is known.
static rolefit_status append_part(
  struct archive *archive, const char *path, rolefit_buffer *parts) {
  if (!rolefit_append_string(parts, path, strlen(path))) return rolefit_too_large;
  const size_t start = parts->count;
  if (!rolefit_append(parts, "\0\0\0\0", 4)) return rolefit_too_large;
  static char piece[1 << 16];
  for (;;) {
    const la_ssize_t count = archive_read_data(archive, piece, sizeof piece);
    if (count == 0) break;
    if (count < 0) return rolefit_malformed;
    if (!rolefit_append(parts, piece, (size_t)count)) return rolefit_too_large;
  }
  const size_t length = parts->count - start - 4;
  for (int index = 0; index < 4; index++) parts->bytes[start + index] = length >> (8 * index) & 0xff;
  return rolefit_ok;
}

static rolefit_status append_entry(
  struct archive *archive, struct archive_entry *entry, const char *names, uint64_t *seen,
  rolefit_buffer *parts) {
  const char *path = archive_entry_pathname(entry);
  if (path == NULL) return rolefit_malformed;
  if (leads_outside(path)) return rolefit_path_outside;
  if (archive_entry_is_encrypted(entry)) return rolefit_encrypted;
  const int index = wanted(path, names);
  if (index < 0) return rolefit_ok;
  if (index < 64 && (*seen >> index & 1) != 0) return rolefit_duplicate;
  if (index < 64) *seen |= 1ull << index;
  return append_part(archive, path, parts);
}

static rolefit_status append_entries(
  struct archive *archive, const char *names, rolefit_buffer *parts) {
  uint64_t seen = 0;
  int64_t total = 0;
  for (int entries = 0;; entries++) {
    struct archive_entry *entry;
    const int result = archive_read_next_header(archive, &entry);
    if (result == ARCHIVE_EOF) return rolefit_ok;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) return rolefit_malformed;
    if (entries >= most_entries) return rolefit_too_many;
    if (archive_entry_size_is_set(entry)) {
      const int64_t size = archive_entry_size(entry);
      if (size < 0 || size > most_bytes - total) return rolefit_too_large;
      total += size;
    }
    const rolefit_status status = append_entry(archive, entry, names, &seen, parts);
    if (status != rolefit_ok) return status;
  }
}

rolefit_status rolefit_zip_parts(
  const uint8_t *bytes, size_t count, const char *names, rolefit_buffer *parts) {
  struct archive *archive = archive_read_new();
  if (archive == NULL) return rolefit_malformed;
  // The seekable reader goes by the central directory, as the programs that open such files do.
  archive_read_support_format_zip_seekable(archive);
  rolefit_status status = rolefit_malformed;
  if (archive_read_open_memory(archive, bytes, count) == ARCHIVE_OK)
    status = append_entries(archive, names, parts);
  archive_read_free(archive);
  return status;
}

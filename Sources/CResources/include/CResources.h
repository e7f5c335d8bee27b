#ifndef ROLEFIT_RESOURCES_H
#define ROLEFIT_RESOURCES_H

/// A data file that is compiled in.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  unsigned long count;
} rolefit_resource;

/// The data file at an index from 0, or one without a name past the last.
rolefit_resource rolefit_resource_at(unsigned long index);

#endif

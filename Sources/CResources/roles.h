#ifndef ROLEFIT_ROLES_H
#define ROLEFIT_ROLES_H

#include "CResources.h"

/// A line of a table of data files: the name, and an array of the content.
#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

/// The sample roles, in the order of their names.
extern const rolefit_resource rolefit_roles[];
extern const unsigned long rolefit_role_count;

#endif

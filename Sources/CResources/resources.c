// The data files that the engine needs, compiled in (C23 #embed), so that the one executable needs no
// file beside it. A new sample role is a file in data/roles and a pair of lines here.
#include "CResources.h"

#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

static const unsigned char background[] = {
#embed "data/background.bin"
};
static const unsigned char aliases[] = {
#embed "data/aliases.txt"
};
static const unsigned char cues[] = {
#embed "data/cues.txt"
};
static const unsigned char places[] = {
#embed "data/places.txt"
};
static const unsigned char skills[] = {
#embed "data/skills.txt"
};
static const unsigned char explanation_css[] = {
#embed "data/explanation.css"
};
static const unsigned char role_backend_engineer[] = {
#embed "data/roles/backend-engineer.md"
};
static const unsigned char role_corporate_paralegal[] = {
#embed "data/roles/corporate-paralegal.txt"
};
static const unsigned char role_data_scientist[] = {
#embed "data/roles/data-scientist.txt"
};
static const unsigned char role_electrician[] = {
#embed "data/roles/electrician.txt"
};
static const unsigned char role_icu_nurse[] = {
#embed "data/roles/icu-nurse.txt"
};
static const unsigned char role_maths_teacher[] = {
#embed "data/roles/maths-teacher.txt"
};
static const unsigned char role_mechanical_design_engineer[] = {
#embed "data/roles/mechanical-design-engineer.txt"
};
static const unsigned char role_physiotherapist[] = {
#embed "data/roles/physiotherapist.txt"
};
static const unsigned char role_sous_chef[] = {
#embed "data/roles/sous-chef.txt"
};
static const unsigned char role_staff_accountant[] = {
#embed "data/roles/staff-accountant.txt"
};
static const unsigned char role_store_manager[] = {
#embed "data/roles/store-manager.md"
};
static const unsigned char role_warehouse_supervisor[] = {
#embed "data/roles/warehouse-supervisor.txt"
};

static const rolefit_resource resources[] = {
    RESOURCE("background.bin", background),
    RESOURCE("aliases.txt", aliases),
    RESOURCE("cues.txt", cues),
    RESOURCE("places.txt", places),
    RESOURCE("skills.txt", skills),
    RESOURCE("explanation.css", explanation_css),
    RESOURCE("roles/backend-engineer.md", role_backend_engineer),
    RESOURCE("roles/corporate-paralegal.txt", role_corporate_paralegal),
    RESOURCE("roles/data-scientist.txt", role_data_scientist),
    RESOURCE("roles/electrician.txt", role_electrician),
    RESOURCE("roles/icu-nurse.txt", role_icu_nurse),
    RESOURCE("roles/maths-teacher.txt", role_maths_teacher),
    RESOURCE("roles/mechanical-design-engineer.txt", role_mechanical_design_engineer),
    RESOURCE("roles/physiotherapist.txt", role_physiotherapist),
    RESOURCE("roles/sous-chef.txt", role_sous_chef),
    RESOURCE("roles/staff-accountant.txt", role_staff_accountant),
    RESOURCE("roles/store-manager.md", role_store_manager),
    RESOURCE("roles/warehouse-supervisor.txt", role_warehouse_supervisor),
};

rolefit_resource rolefit_resource_at(unsigned long index) {
  const rolefit_resource none = {0, 0, 0};
  return index < sizeof resources / sizeof resources[0] ? resources[index] : none;
}

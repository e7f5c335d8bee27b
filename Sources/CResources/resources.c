// The data files that the engine needs, compiled in (C23 #embed), so that the one executable needs no
// file beside it. The sample roles are in roles.c.
#include "roles.h"

static const unsigned char background[] = {
#embed "data/background.bin"
};
static const unsigned char model[] = {
#embed "data/model.bin"
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
static const unsigned char kinds[] = {
#embed "data/kinds.txt"
};
static const unsigned char voice[] = {
#embed "data/voice.txt"
};
static const unsigned char occupations[] = {
#embed "data/occupations.txt"
};
static const unsigned char explanation_css[] = {
#embed "data/explanation.css"
};
static const unsigned char service_css[] = {
#embed "data/service.css"
};
static const unsigned char service_js[] = {
#embed "data/service.js"
};
static const unsigned char openapi_json[] = {
#embed "data/openapi.json"
};
static const unsigned char market_css[] = {
#embed "data/market.css"
};

static const rolefit_resource resources[] = {
    RESOURCE("background.bin", background),
    RESOURCE("model.bin", model),
    RESOURCE("aliases.txt", aliases),
    RESOURCE("cues.txt", cues),
    RESOURCE("places.txt", places),
    RESOURCE("skills.txt", skills),
    RESOURCE("kinds.txt", kinds),
    RESOURCE("voice.txt", voice),
    RESOURCE("occupations.txt", occupations),
    RESOURCE("explanation.css", explanation_css),
    RESOURCE("openapi.json", openapi_json),
    RESOURCE("service.js", service_js),
    RESOURCE("service.css", service_css),
    RESOURCE("market.css", market_css),
};

rolefit_resource rolefit_resource_at(unsigned long index) {
  const unsigned long count = sizeof resources / sizeof resources[0];
  const rolefit_resource none = {0, 0, 0};
  if (index < count) return resources[index];
  return index - count < rolefit_role_count ? rolefit_roles[index - count] : none;
}

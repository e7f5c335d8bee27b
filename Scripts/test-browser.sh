#!/usr/bin/env bash
# Tests the pages of the service in Chromium; see Tests/Browser.
#
#     Scripts/test-browser.sh [ARGUMENTS OF PYTEST]
#
# ROLEFIT names the executable; without it, one is built for debugging. The services run on free ports,
# over workspaces in a temporary folder. Pictures of the pages stand in .build/browser afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

Scripts/ensure-system-packages.sh python browser
. Scripts/service-tests.sh
exec "$tools/python" -B -m pytest -p no:cacheprovider --quiet --durations=5 Tests/Browser "$@"

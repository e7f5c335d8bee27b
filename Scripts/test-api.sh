#!/usr/bin/env bash
# Holds a running service to its own description: Schemathesis makes requests that /openapi.json allows,
# and some that it does not, and compares what comes with what was said.
#
#     Scripts/test-api.sh [ARGUMENTS OF SCHEMATHESIS]
#
# ROLEFIT names the executable; without it, one is built for debugging. EXAMPLES is how many requests are
# made up for each operation, and SEED what they are drawn from: 1, so that they are the same each time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

Scripts/ensure-system-packages.sh python
. Scripts/service-tests.sh

folder=$(mktemp -d)
service=
finish() {
  if [ -n "$service" ]; then kill "$service" && wait "$service" || true; fi
  rm -rf "$folder"
}
trap finish EXIT

"$ROLEFIT" init "$folder/workspace" >"$folder/output"
# A few are enough, and quick in a build for debugging.
"$ROLEFIT" add Profiles/maya-okafor.json Profiles/rosa-delgado-byrne.txt --kind profile \
  --workspace "$folder/workspace" >"$folder/output"
"$ROLEFIT" add Sources/CResources/data/roles/{backend-engineer.md,line-cook.txt,icu-nurse.txt} \
  --workspace "$folder/workspace" >"$folder/output"
key=$("$ROLEFIT" keys add tests --scope admin --workspace "$folder/workspace")
"$ROLEFIT" serve --workspace "$folder/workspace" --port 0 --require-keys \
  >"$folder/output" 2>"$folder/log" &
service=$!
address=
while [ -z "$address" ]; do
  kill -0 "$service" || { cat "$folder/log" >&2 && exit 2; }
  sleep 0.1
  address=$(sed -n 's/.* at \(http:[^ ]*\/\) .*/\1/p' "$folder/output")
done

settings=$PWD/Tests/Browser/schemathesis.toml
cd "$folder"
timeout 300 "$tools/schemathesis" --config-file "$settings" run "${address}openapi.json" --no-color \
  --checks all --seed "${SEED:-1}" --generation-database none --max-examples "${EXAMPLES:-200}" \
  --header "Authorization: Bearer $key" "$@"

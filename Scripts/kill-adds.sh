#!/usr/bin/env bash
# Kills `rolefit add` at random moments, and holds the workspace to what it has acknowledged.
#
#     Scripts/kill-adds.sh [ROUNDS] [SEED]
#
# Each round adds files of invented postings and résumés, some of them for the second time, and kills the
# process with SIGKILL. Afterwards the index must verify, SQLite's integrity check must be clean, and
# every document that was acknowledged (a line of --format ndjson) must be listed. ROLEFIT names the
# executable; without it, it is the one that was built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly rounds=${1:-200} seed=${2:-1}
readonly rolefit=${ROLEFIT:-.build/debug/rolefit}
RANDOM=$seed
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
readonly folder workspace=$folder/hiring acknowledged=$folder/acknowledged
touch "$acknowledged"

fail() {
  echo "kill-adds: round $round of $rounds, seed $seed: $1" >&2
  exit 1
}

readonly -a crafts=(weld prune bake plaster forge glaze spin graft)
readonly -a things=("pressure vessels" "apple trees" "sourdough loaves" "lime walls" "iron gates")

line() {
  printf -- '- %s %s by hand\\n' "${crafts[RANDOM % 8]}" "${things[RANDOM % 5]}"
}

# A file of three documents: postings, or résumés.
write_file() {
  local path=$1 name=$2 number text
  for number in 1 2 3; do
    if ((RANDOM % 3 > 0)); then
      text="Title: Crafter $name\\n\\nRequired:\\n$(line)$(line)$(line)"
    else
      text="Experience\\nCrafter, Tarn & Sons, 03/2019 - 08/2026\\n$(line)"
      text+="Smith, Loam Ltd, 01/2015 - 02/2019\\n$(line)"
    fi
    printf '{"id":"%s-%d","text":"%s"}\n' "$name" "$number" "$text"
  done >"$path"
}

# Waits until a process has printed so many lines, or ended; one time in five for no line at all.
await() {
  local process=$1 lines=$2
  if ((RANDOM % 5 == 0)); then return; fi
  while kill -0 "$process" 2>/dev/null && (($(wc -l <"$folder/output") < lines)); do sleep 0.02; done
}

verify() {
  "$rolefit" index verify "$workspace/roles.rolefit" >"$folder/verified" 2>&1 ||
    fail "the index: $(cat "$folder/verified")"
  if command -v sqlite3 >/dev/null; then
    [ "$(sqlite3 "$workspace/catalog.sqlite" 'PRAGMA integrity_check')" = ok ] ||
      fail "SQLite's integrity check is not clean"
  fi
}

# All that was acknowledged is listed, and catalog and index say the same.
compare() {
  "$rolefit" list --workspace "$workspace" --format ndjson >"$folder/listed"
  sed 's/.*"id":"\([^"]*\)".*/\1/' "$folder/listed" | sort -u >"$folder/ids"
  sort -u -o "$acknowledged" "$acknowledged"
  local lost
  lost=$(comm -23 "$acknowledged" "$folder/ids")
  [ -z "$lost" ] || fail "acknowledged and lost: $lost"
  "$rolefit" workspace verify "$workspace" >"$folder/verified" 2>&1 ||
    fail "the workspace: $(cat "$folder/verified")"
}

round=0
"$rolefit" init "$workspace" >/dev/null
killed=0
ended=0
silent=0
for ((round = 1; round <= rounds; round++)); do
  files=()
  for number in 1 2 3 4 5 6; do
    path=$folder/round-$round-$number.ndjson
    write_file "$path" "r$round-f$number"
    files+=("$path")
  done
  # Files of an earlier round, which may have been added or not.
  if ((round > 1)); then files+=("$folder/round-$((1 + RANDOM % (round - 1)))-$((1 + RANDOM % 6)).ndjson"); fi
  "$rolefit" add "${files[@]}" --workspace "$workspace" --format ndjson \
    >"$folder/output" 2>"$folder/errors" &
  process=$!
  await "$process" $((RANDOM % 21))
  sleep "$(printf '0.%03d' $((RANDOM % 300)))"
  kill -KILL "$process" 2>/dev/null || true
  status=0
  wait "$process" 2>/dev/null || status=$?
  case $status in
  0) ((ended += 1)) ;;
  137) ((killed += 1)) ;;
  *) fail "rolefit add ended with status $status: $(cat "$folder/errors")" ;;
  esac
  # A line that was cut off acknowledges nothing.
  grep '}$' "$folder/output" | sed 's/.*"id":"\([^"]*\)".*/\1/' >"$folder/new" || true
  [ -s "$folder/new" ] || ((silent += 1))
  cat "$folder/new" >>"$acknowledged"
  verify
  if ((round % 5 == 0 || round == rounds)); then compare; fi
  if ((round % 50 == 0)); then
    echo "round $round: $(wc -l <"$acknowledged") acknowledged, $(wc -l <"$folder/ids") listed"
  fi
done
compare
echo "$rounds rounds: $killed killed ($silent of all before the first acknowledgement), $ended came to" \
  "their end; $(wc -l <"$acknowledged") documents acknowledged, none lost; index and catalog clean"

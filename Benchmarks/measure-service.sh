#!/usr/bin/env bash
# Measures the service under a steady load from this machine: `rolefit serve` in release over a
# workspace, and wrk that asks /v1/match so many times a second, whatever the answers take.
set -euo pipefail
export LC_ALL=C.UTF-8

usage() {
  cat <<'USAGE'
usage: Benchmarks/measure-service.sh --workspace FOLDER --resumes FILE [options]

  --workspace FOLDER  the roles that are ranked (rolefit init, rolefit add)
  --resumes FILE      NDJSON with "text"; each is sent whole and ranked, in turns
  --stored            asks by the ids of the workspace's profiles in place of --resumes
  --rate N            requests a second (default 200)
  --seconds N         how long (default 600); 10 seconds before it are not counted
  --top K             roles in each answer (default 10)
  --connections N     (default 64)
  --threads N         processors that requests may use (default: rolefit's)

ROLEFIT=PATH measures that program in place of this checkout's release build.
USAGE
}

fail() {
  echo "measure-service: $1" >&2
  exit "${2:-2}"
}

workspace="" resumes="" stored="" rate=200 seconds=600 top=10 connections=64 threads=""
while [ $# -gt 0 ]; do
  case "$1" in
  -h | --help) usage && exit 0 ;;
  --stored) stored=yes && shift && continue ;;
  --workspace | --resumes | --rate | --seconds | --top | --connections | --threads)
    [ $# -ge 2 ] || fail "$1 takes a value" 64
    name=${1#--}
    case "$name" in
    workspace | resumes) printf -v "$name" '%s' "$(realpath -m -- "$2")" ;;
    *)
      [[ "$2" =~ ^[1-9][0-9]{0,5}$ ]] || fail "$1 takes a positive number, not \"$2\"" 64
      printf -v "$name" '%s' "$2"
      ;;
    esac
    shift 2
    ;;
  *) usage >&2 && exit 64 ;;
  esac
done
[ -d "$workspace" ] || fail "name a workspace with --workspace" 64
[ -n "$stored" ] || [ -f "$resumes" ] || fail "name a file with --resumes, or ask by --stored" 64
for tool in wrk curl python3; do
  command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install --yes $tool"
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
rolefit=${ROLEFIT:-}
if [ -z "$rolefit" ]; then
  Scripts/ensure-system-packages.sh
  swift build -c release --product rolefit >&2
  rolefit=$(swift build -c release --show-bin-path)/rolefit
fi

work=$(mktemp -d)
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf -- "$work"' EXIT

"$rolefit" serve --workspace "$workspace" --port 0 ${threads:+--threads "$threads"} \
  >"$work/out" 2>"$work/log" &
server=$!
until grep -q 'http://' "$work/out"; do
  kill -0 "$server" 2>/dev/null || fail "the service did not start: $(cat "$work/log")" 1
  sleep 0.2
done
address=$(grep -o 'http://[^/]*' "$work/out")

# A line for each request's body.
if [ -n "$stored" ]; then
  curl -sf "$address/v1/profiles?limit=1000" | python3 -c '
import json, sys
for entry in json.load(sys.stdin)["items"]:
  print(json.dumps({"profile": entry["id"], "top": int(sys.argv[1])}))' "$top" >"$work/bodies"
else
  python3 -c '
import json, sys
for line in open(sys.argv[1]):
  text = json.loads(line).get("text", "").strip()
  if text: print(json.dumps({"resume": text, "top": int(sys.argv[2])}))' \
    "$resumes" "$top" >"$work/bodies"
fi
[ -s "$work/bodies" ] || fail "there is nothing to ask with" 1
echo "$(wc -l <"$work/bodies") questions of $(wc -c <"$work/bodies") bytes, $rate a second for $seconds s; \
$(curl -sf "$address/v1/roles?limit=1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["total"])') roles"

ask() {
  wrk -t1 -c"$connections" -d"$1s" --timeout 10s -s Benchmarks/match.lua "$address" -- \
    "$work/bodies" "$rate"
}
# Resident MiB, of which not of files; and the processor seconds so far.
figures() {
  awk '/^VmRSS/ { rss = $2 } /^RssAnon/ { own = $2 } END { printf "%d MiB resident, %d of them its own", rss / 1024, own / 1024 }' \
    "/proc/$server/status"
}
cpu() { awk -v hz="$(getconf CLK_TCK)" '{ print ($14 + $15) / hz }' "/proc/$server/stat"; }

ask 10 >/dev/null
echo "at the begin: $(figures)"
before=$(cpu)
ask "$seconds" | grep -E '^(answers|ms)' >"$work/answers" &
load=$!
# Every tenth of the time.
for tenth in 1 2 3 4 5 6 7 8 9; do
  sleep "$(awk -v s="$seconds" 'BEGIN { print s / 10 }')"
  echo "after $((seconds * tenth / 10)) s: $(figures); load $(cut -d' ' -f1-3 /proc/loadavg)"
done
wait "$load"
cat "$work/answers"
echo "at the end: $(figures); processors used: $(
  awk -v a="$before" -v b="$(cpu)" -v s="$seconds" 'BEGIN { printf "%.2f", (b - a) / s }') of $(nproc)"
kill -INT "$server"
wait "$server" && server="" || fail "the service ended with status $?" 1
grep -q 'errors: status 0, connect 0, read 0, write 0, timeout 0' "$work/answers" ||
  fail "not every question was answered" 1

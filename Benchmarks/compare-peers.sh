#!/usr/bin/env bash
# Measures what a user would pick instead beside our own search, on the same postings and profiles,
# interleaved, with compare.py of the folder `shared` beside the checkout. Both it and the real lines
# that the postings are made of are no part of the project.
set -euo pipefail
export LC_ALL=C.UTF-8

usage() {
  cat <<'USAGE'
usage: Benchmarks/compare-peers.sh [POSTINGS] [options]

  POSTINGS         how many postings are made (default 100000)
  --profiles FILE  NDJSON or NDJSON.gz with "id" and "text" (default: the résumés of shared/corpus)
  --shared FOLDER  with peers/compare.py and corpus/make_large.py (default: beside the checkout)
  --work FOLDER    keeps postings, index and figures there, and uses them again
                   (default: a temporary folder, removed at the end)
  --venv FOLDER    a virtual environment with the peers; made where there is none
                   (default: venv in the folder of --work)
  --threads N      threads of everybody (default 1)
  --top K          how many roles for each profile (default 10)
  --queries Q      how many profiles (default 32)
  --rounds R       rounds that are interleaved (default 5)
  --only NAMES     some of the peers, with commas between
  --build          prints rolefit benchmark build on the same postings as well
USAGE
}

fail() {
  echo "compare-peers: $1" >&2
  exit "${2:-2}"
}

absolute() { realpath -m -- "$1"; }

postings_count=100000 threads=1 top=10 queries=32 rounds=5
profiles="" shared="" work="" venv="" only="" with_build=""
while [ $# -gt 0 ]; do
  case "$1" in
  -h | --help) usage && exit 0 ;;
  --build) with_build=yes && shift && continue ;;
  --profiles | --shared | --work | --venv | --threads | --top | --queries | --rounds | --only)
    [ $# -ge 2 ] || fail "$1 takes a value" 64
    name=${1#--}
    # Folders are meant from where the script was called.
    case "$name" in
    profiles | shared | work | venv) printf -v "$name" '%s' "$(absolute "$2")" ;;
    *) printf -v "$name" '%s' "$2" ;;
    esac
    shift 2
    continue
    ;;
  -*) usage >&2 && exit 64 ;;
  *) postings_count=$1 && shift ;;
  esac
done
for number in "$postings_count" "$threads" "$top" "$queries" "$rounds"; do
  [[ "$number" =~ ^[1-9][0-9]{0,8}$ ]] || fail "\"$number\" should be a positive number" 64
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."
shared=${shared:-$(absolute ../shared)}
readonly compare=$shared/peers/compare.py make_large=$shared/corpus/make_large.py
for script in "$compare" "$make_large"; do
  [ -f "$script" ] ||
    fail "there is no ${script#"$shared"/} in $shared; the peers cannot be compared without it (--shared FOLDER)"
done
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
fi
mkdir -p -- "$work"
venv=${venv:-$work/venv}

# compare.py names its packages after "pip install" in its header.
if [ ! -x "$venv/bin/python" ]; then
  packages=$(sed -n 's/^.*bin\/pip install \([A-Za-z0-9_. -]*\)$/\1/p' "$compare" | head -n 1)
  [ -n "$packages" ] || fail "the header of compare.py names no packages after \"pip install\""
  echo "compare-peers: installing $packages" >&2
  python3 -m venv "$venv"
  # One word for each package.
  # shellcheck disable=SC2086
  "$venv/bin/pip" install --quiet --disable-pip-version-check $packages
fi

postings=$work/postings-$postings_count.ndjson
if [ ! -s "$postings" ]; then
  "$venv/bin/python" "$make_large" "$postings_count" "$postings.part"
  mv -- "$postings.part" "$postings"
fi
if [ -z "$profiles" ]; then
  profiles=$shared/corpus/resumes.ndjson.gz
fi
[ -f "$profiles" ] || fail "$profiles: there is no such file; name profiles with --profiles FILE"
# The first that hold any text: an empty one is refused by ours, which ends with status 1, and it
# must be the same ones for everybody.
asked=$work/profiles-$queries.ndjson
"$venv/bin/python" - "$profiles" "$queries" >"$asked" <<'PYTHON'
import gzip, itertools, json, sys
path, count = sys.argv[1], int(sys.argv[2])
with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
    held = (line for line in lines if line.strip() and json.loads(line)["text"].strip())
    sys.stdout.writelines(itertools.islice(held, count))
PYTHON
[ -s "$asked" ] || fail "$profiles: no profile has a text"

swift build -c release --product rolefit >&2
rolefit=$(swift build -c release --show-bin-path)/rolefit
# An index of another model would be refused, and one of an older layout would not be ours: always new.
index=$work/postings-$postings_count.rolefit
rm -rf -- "$index"
"$rolefit" index build --roles "$postings" --output "$index" --threads "$threads" >&2
if [ -n "$with_build" ]; then
  "$rolefit" benchmark build --roles "$postings" --threads "$threads" --format json
fi

engine=$(printf '%q ' "$rolefit" benchmark query --roles "$index" --profiles "$asked" \
  --top "$top" --threads "$threads" --queries "$queries" --rounds "$rounds" --format json)
"$venv/bin/python" "$compare" "$postings" "$asked" --engine "$engine" --threads "$threads" \
  --top "$top" --queries "$queries" --rounds "$rounds" ${only:+--only "$only"}

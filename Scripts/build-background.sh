#!/usr/bin/env bash
# Rebuilds the background, the frozen document frequencies that scores are computed with, from the real
# texts in a corpus folder. The same texts give the same bytes.
#
# Usage: Scripts/build-background.sh [CORPUS_FOLDER [OUTPUT]]
#   CORPUS_FOLDER  holds the three .ndjson.gz files named below (default: ../shared/corpus)
#   OUTPUT         the file to write (default: the one that is compiled in)
set -euo pipefail

fail() {
  echo "build-background: $1" >&2
  exit 2
}

# Paths that were given are relative to where the script was started; the rest to the package.
package=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus=${1:-$package/../shared/corpus}
output=${2:-$package/Sources/CResources/data/background.bin}
readonly package corpus output
readonly postings=(postings_fulltext postings_skill_lists) resumes=(resumes)
readonly limit=$((8 * 1024 * 1024))

for name in "${postings[@]}" "${resumes[@]}"; do
  [ -r "$corpus/$name.ndjson.gz" ] || fail "$corpus/$name.ndjson.gz: there is no such file"
done

swift build --package-path "$package" -c release --product rolefit
rolefit=$(swift build --package-path "$package" -c release --show-bin-path)/rolefit

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

corpora=()
unpack() {
  gzip -dc "$corpus/$2.ndjson.gz" >"$folder/$2.ndjson"
  corpora+=("$1" "$2.ndjson")
}
for name in "${postings[@]}"; do unpack --roles "$name"; done
for name in "${resumes[@]}"; do unpack --profiles "$name"; done

# Exit status 1 means that some documents were refused, each named; the rest was counted.
status=0
(cd "$folder" && "$rolefit" background build "${corpora[@]}" --output background.bin) || status=$?
[ "$status" -le 1 ] || exit "$status"

size=$(wc -c <"$folder/background.bin")
[ "$size" -le "$limit" ] || fail "the background has $size bytes; at most $limit may be compiled in"
cp "$folder/background.bin" "$output"
if command -v sha256sum >/dev/null; then sha256sum "$output"; else shasum -a 256 "$output"; fi

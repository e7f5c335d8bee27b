#!/usr/bin/env bash
# Runs the parsers under libFuzzer with the address sanitizer: those named, or all, one after the other.
#
#     Scripts/fuzz.sh [TARGET …]
#
# SECONDS_EACH (60) or RUNS bounds each. Seeds come from Tests/FuzzTests; what libFuzzer learns stays in
# .build-fuzz/corpus, and what stops a target in .build-fuzz/found. Such a case belongs, cut down, into
# Tests/FuzzTests/Found/TARGET. Exit status 1 where a target was stopped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly scratch=$PWD/.build-fuzz
readonly all=(tokenizer posting resume documents csv worker block index html boards europass
  word open-document pages)

# Coverage and checks in all modules, Swift and C, so the flags are for the whole build.
swift build --package-path Fuzzing --scratch-path "$scratch/build" -c release --product Fuzzer \
  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address >"$scratch.log" 2>&1 || {
  cat "$scratch.log"
  exit 2
}
fuzzer=$(swift build --package-path Fuzzing --scratch-path "$scratch/build" -c release --show-bin-path)/Fuzzer
readonly fuzzer

# Leaks are no mistake here: a worker ends after one document. Where a block was allocated is not kept
# for each: that alone took as long as the parsers.
export ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16:malloc_context_size=0
export SWIFT_BACKTRACE=enable=no

bounds=(-max_total_time="${SECONDS_EACH:-60}")
[ -z "${RUNS:-}" ] || bounds=(-runs="$RUNS")

# Readers of prose are slow on long texts, and learn nothing more from them.
longest() {
  case $1 in
    tokenizer | posting | resume) echo 512 ;;
    *) echo 1024 ;;
  esac
}

status=0
[ $# -gt 0 ] || set -- "${all[@]}"
for target in "$@"; do
  mkdir -p "$scratch/corpus/$target" "$scratch/found/$target"
  folders=("$scratch/corpus/$target")
  for folder in Tests/FuzzTests/{Seeds,Found}/"$target"; do
    [ ! -d "$folder" ] || folders+=("$folder")
  done
  # Inputs are drawn evenly: weighing them by what is rare took most of the time.
  options=(-timeout=1 -rss_limit_mb=512 -max_len="$(longest "$target")" -print_final_stats=1
    -entropic=0 -reduce_inputs=0)
  printf '=== %s ===\n' "$target"
  ROLEFIT_FUZZ_TARGET=$target "$fuzzer" "${options[@]}" "${bounds[@]}" \
    -artifact_prefix="$scratch/found/$target/" "${folders[@]}" 2>&1 |
    grep -Ev '^#[0-9]+\s+(NEW|REDUCE|RELOAD)|NEW_FUNC' || status=1
done
exit $status

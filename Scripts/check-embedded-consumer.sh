#!/usr/bin/env bash
# Checks that an application which depends on Rolefit with `traits: []` resolves no other package,
# builds and runs. The application is Tests/EmbeddedConsumer; what it compiles stays in .build-consumer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly consumer=Tests/EmbeddedConsumer
readonly scratch=$PWD/.build-consumer

fail() {
  echo "embedded consumer: $1" >&2
  exit 1
}

# What an earlier run resolved must not answer for this one.
rm -rf "$consumer/Package.resolved" "$scratch/workspace-state.json" \
  "$scratch/checkouts" "$scratch/repositories"

# The graph in JSON has a line with a "name" for every package in it.
graph=$(swift package --package-path "$consumer" --scratch-path "$scratch" \
  show-dependencies --format json)
packages=$(sed -n 's/^ *"name" *: *"\(.*\)".*/\1/p' <<<"$graph" | sort -u | xargs)
[ "$packages" = "embedded-consumer rolefit" ] ||
  fail "the packages should be embedded-consumer and rolefit alone, and are: $packages"

swift build --package-path "$consumer" --scratch-path "$scratch" --product EmbeddedConsumer

# The same from what the build left behind: nothing was pinned and nothing was fetched.
[ ! -e "$consumer/Package.resolved" ] || fail "the build pinned a package in Package.resolved"
[ -s "$scratch/workspace-state.json" ] || fail "the build left no workspace-state.json to look at"
for trace in remoteSourceControl swift-argument-parser; do
  ! grep -q "$trace" "$scratch/workspace-state.json" || fail "workspace-state.json holds a $trace"
done
[ -z "$(ls -A "$scratch/checkouts" 2>/dev/null)" ] || fail "the build checked a package out"

score=$("$scratch/debug/EmbeddedConsumer")
[[ "$score" =~ ^[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?$ && "$score" =~ ^[^eE]*[1-9] ]] ||
  fail "the score should be a positive number, and is: $score"
echo "embedded consumer: no other package was resolved; its score is $score"

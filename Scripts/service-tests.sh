#!/usr/bin/env bash
# What Scripts/test-browser.sh and Scripts/test-api.sh begin with; they read it, nobody runs it. It sets
# `tools`, the folder of the executables of Tests/Browser/requirements.txt, and exports ROLEFIT, the
# executable that is tested: the one that the variable names, or one that is built for debugging.

environment=$PWD/.build/service-tests
tools=$environment/bin
if ! cmp --silent Tests/Browser/requirements.txt "$environment/requirements.txt"; then
  rm -rf "$environment"
  python3 -m venv "$environment"
  "$tools/pip" --quiet --disable-pip-version-check install --no-deps \
    --requirement Tests/Browser/requirements.txt
  cp Tests/Browser/requirements.txt "$environment"
fi
readonly environment tools

if [ -z "${ROLEFIT:-}" ]; then
  SWIFT_BACKTRACE=enable=no swift build --product rolefit
  ROLEFIT=$(swift build --show-bin-path)/rolefit
fi
ROLEFIT=$(realpath "$ROLEFIT")
export ROLEFIT

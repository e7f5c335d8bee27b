#!/usr/bin/env bash
# Makes sure that this machine can build Rolefit: Swift, and on Debian and Ubuntu the system packages
# that the Swift toolchain needs but does not bring. Installs what is missing where that is allowed (as
# root, or with sudo without a password), otherwise names it with the command that installs it.
#
#     Scripts/ensure-system-packages.sh [python] [browser]
#
# The arguments ask for what only some tests need: Python with its virtual environments, and Chromium.
#
# Quiet where nothing is missing. Exit status 0: ready; 2: something is missing.
set -euo pipefail

readonly needed_major=6 needed_minor=3

fail() {
  printf '%s\n' "$@" >&2
  exit 2
}

# The names of the missing Debian packages, one a line, for the arguments of the script. What is looked for is the file, not the package,
# so that a toolchain or a library from elsewhere is as good.
missing_packages() {
  local libraries name
  libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
  # The start of every executable, and the linker that the Swift driver calls.
  compgen -G '/usr/lib*/gcc/*/*/crtbeginS.o' >/dev/null || echo gcc
  compgen -G '/usr/lib*/*-linux-gnu/Scrt1.o' >/dev/null || [ -e /usr/lib64/Scrt1.o ] || echo libc6-dev
  command -v ld.gold >/dev/null || echo binutils-gold
  # SwiftPM fetches packages with git, over HTTPS.
  command -v git >/dev/null || echo git
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ -e /etc/pki/tls/certs/ca-bundle.crt ] ||
    echo ca-certificates
  # Parsers of documents: headers of the libraries, and poppler's tools, which are run. Fonts, so that
  # pages whose fonts are not embedded can be drawn.
  [ -e /usr/include/libxml2/libxml/HTMLparser.h ] || echo libxml2-dev
  [ -e /usr/include/archive.h ] || echo libarchive-dev
  # The database of workspaces.
  [ -e /usr/include/sqlite3.h ] || echo libsqlite3-dev
  command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || echo poppler-utils
  compgen -G '/usr/share/fonts/*/*' >/dev/null || echo fonts-dejavu-core
  # Shared libraries that the compiler and SwiftPM are linked with.
  while read -r library name; do
    [[ "$libraries" == *"$library"* ]] || echo "$name"
  done <<'LIBRARIES'
libcurl.so.4 libcurl4
libncurses.so.6 libncurses6
libsqlite3.so.0 libsqlite3-0
libstdc++.so.6 libstdc++6
libuuid.so.1 libuuid1
libxml2.so.2 libxml2
libz.so.1 zlib1g
LIBRARIES
  local wanted
  for wanted in "$@"; do
    case $wanted in
    python)
      command -v python3 >/dev/null || echo python3
      python3 -m ensurepip --version >/dev/null 2>&1 || echo python3-venv
      ;;
    browser)
      command -v chromium >/dev/null || echo chromium
      command -v chromedriver >/dev/null || echo chromium-driver
      ;;
    esac
  done
}

install_packages() {
  local -a packages=("$@") as_root=()
  local command="apt-get update && apt-get install --yes ${packages[*]}"
  if ! command -v apt-get >/dev/null; then
    fail "To build Rolefit, this machine also needs what Debian calls: ${packages[*]}" \
      "Install them with this system's package manager and run the command again."
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      fail "To build Rolefit, this machine also needs: ${packages[*]}" \
        "Install them and run the command again:" \
        "    sudo sh -c '$command'"
    fi
    as_root=(sudo -n)
  fi
  echo "Installing what is missing: ${packages[*]}" >&2
  local -a apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq)
  "${apt[@]}" update >&2 </dev/null || true # perhaps what is known already is enough
  "${apt[@]}" install --yes --no-remove --no-install-recommends "${packages[@]}" >&2 </dev/null ||
    fail "They could not be installed. Once it is clear why, this does it:" "    $command"
}

if ! command -v swift >/dev/null; then
  fail "Swift is missing: Rolefit needs Swift $needed_major.$needed_minor or later." \
    "Get it from https://www.swift.org/install/ and make sure that \`swift\` is on the PATH."
fi

if [ "$(uname -s)" = Linux ]; then
  mapfile -t packages < <(missing_packages "$@")
  if [ "${#packages[@]}" -gt 0 ]; then install_packages "${packages[@]}"; fi
fi

# After the packages, because without its libraries `swift` does not start.
version=$(swift --version 2>&1) || fail "\`swift --version\` does not run:" "$version"
if ! [[ "$version" =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
  fail "\`swift --version\` does not tell a version:" "$version"
fi
major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
if ((major < needed_major || (major == needed_major && minor < needed_minor))); then
  fail "This is Swift $major.$minor, at $(command -v swift); Rolefit needs $needed_major.$needed_minor or later." \
    "Get it from https://www.swift.org/install/ and make sure that it comes first on the PATH."
fi

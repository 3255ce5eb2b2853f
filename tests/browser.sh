#!/bin/sh
# Find a Chromium and Chinese fonts for the browser tests, or install them: from Debian as root, else Playwright's own.
set -eu
python=$1
found() { [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
if found; then exit 0; fi
echo "Installing Chromium for the browser tests..."
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
else
    "$python" -m playwright install chromium
fi

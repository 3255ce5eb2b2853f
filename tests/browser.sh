#!/bin/sh
# Find a Chromium and a Chinese font for the browser tests, or install them: from Debian as root, else Playwright's own.
set -eu
python=$1
has() { command -v "$1" >/dev/null; }
browser() { [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome; }
font() { has fc-list && fc-list :lang=zh | grep -q .; }
if browser && font; then exit 0; fi
if [ "$(id -u)" = 0 ] && has apt-get; then
    echo "Installing Chromium and a Chinese font for the browser tests..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fontconfig fonts-noto-cjk >/dev/null
elif ! browser; then
    echo "Installing Chromium for the browser tests..."
    "$python" -m playwright install chromium
fi

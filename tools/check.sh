#!/usr/bin/env bash
# Everything that must hold before a change lands: restore, format, Release build, all tests. Closes with the totals of the tests.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "== restore"
dotnet restore Platform.sln
echo "== format"
dotnet format whitespace Platform.sln --no-restore --verify-no-changes
echo "== build"
dotnet build Platform.sln -c Release --no-restore --nologo -v minimal
echo "== test"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test -c Release --no-build 2>&1 | tee "$log" || status=$?
total() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$log" | tail -n 1; }
echo "$(total succeeded) passed, $(total failed) failed, $(total skipped) skipped"
exit "$status"

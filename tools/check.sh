#!/usr/bin/env bash
# Everything that must hold before a change lands: restore, format, Release build, all tests. Closes with the totals of the tests, why
# tests were skipped, and each failed test with what it said: a reader of the last lines alone learns what is wrong.
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
dotnet test -c Release --no-build 2>&1 | tee "$log" | grep --line-buffered -E '^(/|failed )' || status=${PIPESTATUS[0]}
# A test that failed or was skipped: its line and the indented ones below it.
blocks() { awk -v kind="^$1 " '$0 ~ kind { inside = 1; print; next } /^[^ \t]/ { inside = 0 } inside' "$log"; }
total() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$log" | tail -n 1; }
echo "== skipped, by reason"
blocks skipped | grep -vE '^skipped |^  from ' | sort | uniq -c | sort -rn || true
echo "== totals"
sed -n '/^Test run summary/,$p' "$log"
[ "$status" -eq 0 ] || { echo "== failed"; blocks failed | cut -c 1-400; }
echo "$(total succeeded) passed, $(total failed) failed, $(total skipped) skipped"
exit "$status"

#!/usr/bin/env bash
# add-migration.sh NAME     adds the migration for both databases
# add-migration.sh --script writes the SQL Server script of all migrations (idempotent) to standard output
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore > /dev/null
ef() { dotnet dotnet-ef "$@" --project schema/Platform.Storage --no-build; }
dotnet build schema/Platform.Storage -v q --nologo -p:RunAnalyzers=false >&2
if [ "${1:?a migration name, or --script}" = --script ]; then
  ef migrations script --idempotent --context SqlServerLibraryDb
else
  ef migrations add "$1" --context SqliteLibraryDb --output-dir Sqlite/Migrations
  ef migrations add "$1" --context SqlServerLibraryDb --output-dir SqlServer/Migrations
fi

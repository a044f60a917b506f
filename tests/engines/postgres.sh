#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own: `postgres.sh COMMAND...`. The cluster lies in a temporary folder, listens on a socket
# there alone, belongs to another user where root asks for it, and goes with the command. Ends with 77 where there is no PostgreSQL.
set -euo pipefail
programs=$(dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)")
[ -x "$programs/initdb" ] || exit 77
folder=$(mktemp -d)
owner=()
if [ "$(id -u)" = 0 ]; then
    id postgres >/dev/null 2>&1 || exit 77
    chown postgres "$folder"
    owner=(runuser -u postgres --)
fi
cd "$folder"
stop() {
    "${owner[@]}" "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
"${owner[@]}" "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
"${owner[@]}" "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
    -o "-c listen_addresses='' -k '$folder' -c fsync=off" start >/dev/null
cd "$OLDPWD"
PGHOST=$folder PGUSER=postgres PGDATABASE=postgres "$@"

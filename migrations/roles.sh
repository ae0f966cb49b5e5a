#!/bin/bash
# Run once by the database container, as its owner: a role for the service that can read and nothing else.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$READER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --file /reader-role.sql --file - <<'SQL'
alter role ogp_reader password :'password';
SQL

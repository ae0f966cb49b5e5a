#!/bin/bash
# Run once by the database container, as its owner: a role for the service that can read and nothing else.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$READER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role ogp_reader login password :'password';
alter role ogp_reader set default_transaction_read_only = on;
create schema drizzle;
grant usage on schema public, drizzle to ogp_reader;
alter default privileges in schema public grant select on tables to ogp_reader;
alter default privileges in schema drizzle grant select on tables to ogp_reader;
SQL

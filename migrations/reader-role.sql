-- The role the service reads with. Whatever statement reached the database through it could read what is public, and
-- neither write, nor fill the disk, nor hold what a publication waits for. Run it as the owner; again does no harm.
do $$ begin
  if not exists (select from pg_roles where rolname = 'ogp_reader') then
    create role ogp_reader login;
  end if;
end $$;
alter role ogp_reader set default_transaction_read_only = on;
alter role ogp_reader set idle_in_transaction_session_timeout = '60s';
create schema if not exists drizzle;
grant usage on schema public, drizzle to ogp_reader;
grant select on all tables in schema public, drizzle to ogp_reader;
alter default privileges in schema public grant select on tables to ogp_reader;
alter default privileges in schema drizzle grant select on tables to ogp_reader;

-- PostgreSQL lets everybody make temporary tables and large objects and take advisory locks. Read-only transactions are
-- no bar: who sends statements may end that mode.
revoke create on schema public from public;
do $$
declare
  routine regprocedure;
begin
  execute format('revoke create, temporary on database %I from public', current_database());
  for routine in
    select oid from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(pg_(try_)?advisory_|lo_|lowrite$|loread$)'
  loop
    execute format('revoke execute on function %s from public', routine);
    execute format('grant execute on function %s to current_user', routine);
  end loop;
end $$;

-- One version of an id at a time. An exclusion constraint would say the same, but its GiST index makes a load of a
-- million rows about twenty-five times slower; a set-based check after each statement costs next to nothing.
CREATE FUNCTION refuse_overlapping_versions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  overlapping text;
BEGIN
  EXECUTE format(
    'SELECT n.id FROM changed n JOIN %I.%I o ON o.id = n.id AND o.valid_from <> n.valid_from
     WHERE int4range(o.valid_from, o.valid_to) && int4range(n.valid_from, n.valid_to) LIMIT 1',
    TG_TABLE_SCHEMA, TG_TABLE_NAME
  ) INTO overlapping;
  IF overlapping IS NOT NULL THEN
    RAISE EXCEPTION 'two versions of % "%" are valid in one release', TG_TABLE_NAME, overlapping
      USING ERRCODE = 'exclusion_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A foreign key for the elements of an array: arguments are the array column and the table of known ids.
CREATE FUNCTION refuse_unknown_elements() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unknown text;
BEGIN
  EXECUTE format(
    'SELECT element FROM (SELECT DISTINCT unnest(%I) AS element FROM changed) e
     WHERE NOT EXISTS (SELECT FROM %I.%I k WHERE k.id = e.element) LIMIT 1',
    TG_ARGV[0], TG_TABLE_SCHEMA, TG_ARGV[1]
  ) INTO unknown;
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION '%.% holds "%", which % does not know', TG_TABLE_NAME, TG_ARGV[0], unknown, TG_ARGV[1]
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Every table that has versions gets the guard; a later migration that adds one calls this again.
CREATE PROCEDURE guard_versions() LANGUAGE plpgsql AS $$
DECLARE
  versions regclass;
BEGIN
  FOR versions IN
    SELECT a.attrelid::regclass FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attname = 'valid_from' AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'one_version_inserted')
  LOOP
    EXECUTE format('CREATE TRIGGER one_version_inserted AFTER INSERT ON %s REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_overlapping_versions()', versions);
    EXECUTE format('CREATE TRIGGER one_version_updated AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_overlapping_versions()', versions);
  END LOOP;
END $$;
--> statement-breakpoint
CALL guard_versions();
--> statement-breakpoint
CREATE TRIGGER known_themes AFTER INSERT ON commitments REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown_elements('themes', 'themes_ids');
--> statement-breakpoint
CREATE TRIGGER known_countries AFTER INSERT ON peer_exchanges REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown_elements('countries', 'countries_ids');
--> statement-breakpoint
CREATE TRIGGER known_countries AFTER INSERT ON working_groups REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown_elements('lead_countries', 'countries_ids');

-- Full-text search: words without accents and in lower case, as they are written and as each language stems them.
-- Works in any locale of the server: ICU lowers the letters, and what is neither letter nor digit becomes a blank before
-- the parser, which in the locale C would take every other character for a letter.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- The extension may have been installed in a schema of its own.
DO $$ BEGIN
  EXECUTE format('CREATE TEXT SEARCH DICTIONARY search_unaccent (TEMPLATE = %I.unaccent, RULES = ''unaccent'')',
    (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'unaccent'));
END $$;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_simple (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_simple ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH search_unaccent, simple;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_english (COPY = pg_catalog.english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_english ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH search_unaccent, english_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_french (COPY = pg_catalog.french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_french ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH search_unaccent, french_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_spanish (COPY = pg_catalog.spanish);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_spanish ALTER MAPPING FOR word, hword, hword_part, numword, numhword, hword_numpart WITH search_unaccent, spanish_stem;
--> statement-breakpoint
-- The published length of a text; a longer one is found by its beginning.
CREATE FUNCTION search_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(translate(left(coalesce(written, ''), 20000), E'-/_.,;:!?@&=+%#~*|^`"''()[]{}<>\\$\u00a0\u00a1\u00a7\u00ab\u00ad\u00b0\u00b7\u00bb\u00bf\u060c\u061b\u061f\u0964\u2002\u2003\u2009\u200a\u200b\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u202f\u2032\u2033\u2039\u203a\u2060\u3000\u3001\u3002\u300c\u300d\ufeff', repeat(' ', 76)) COLLATE "und-x-icu");
--> statement-breakpoint
-- Keeps a phrase from running from one text into the next: a place that no word can be looked for at.
CREATE FUNCTION search_gap() RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ''' '':1'::tsvector;
--> statement-breakpoint
-- The words of a text in each of the configurations; made readable once, since ICU takes longer than a stemmer.
CREATE FUNCTION search_words(written text, VARIADIC configurations regconfig[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  readable text := search_text(written);
  words tsvector := '';
  configuration regconfig;
BEGIN
  IF written IS NULL THEN RETURN words; END IF;
  FOREACH configuration IN ARRAY configurations LOOP
    words := words || to_tsvector(configuration, readable) || search_gap();
  END LOOP;
  RETURN words;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_en(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN search_words(written, 'search_simple', 'search_english');
--> statement-breakpoint
CREATE FUNCTION search_fr(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN search_words(written, 'search_simple', 'search_french');
--> statement-breakpoint
-- Text whose language nobody states: in every language we stem, so that an exact word always matches.
CREATE FUNCTION search_any(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN search_words(written, 'search_simple', 'search_english', 'search_french', 'search_spanish');
--> statement-breakpoint
CREATE FUNCTION search_any(written text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN search_any(array_to_string(written, ' '));
--> statement-breakpoint
-- What is looked for, in the syntax of to_tsquery: as it is written, or as any of the languages stems it.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsquery('search_simple'::regconfig, words) || to_tsquery('search_english'::regconfig, words)
    || to_tsquery('search_french'::regconfig, words) || to_tsquery('search_spanish'::regconfig, words);
--> statement-breakpoint
ALTER TABLE "action_plan_rules" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("rule_en"), 'A') || setweight(search_fr("rule_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("stage_en"), 'A') || setweight(search_fr("stage_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "award_editions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("theme_en"), 'A') || setweight(search_fr("theme_fr"), 'A') || setweight(search_any("ceremony"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("initiative"), 'A') || setweight(search_en("summary_en"), 'B') || setweight(search_fr("summary_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "bodies" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_fr("abbreviation_fr"), 'A') || setweight(search_en("role_en"), 'B') || setweight(search_fr("role_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("role_en"), 'A') || setweight(search_fr("role_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "country_mentions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_fr("country_name_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("label_en"), 'A') || setweight(search_fr("label_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "funding_sources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("topic_en"), 'A') || setweight(search_fr("topic_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("name"), 'A') || setweight(search_en("role_en"), 'B') || setweight(search_fr("role_fr"), 'B') || setweight(search_any("affiliation"), 'B') || setweight(search_any("position"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "principles" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_fr("pledge_fr"), 'A') || setweight(search_fr("heading_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_en("summary_en"), 'B') || setweight(search_fr("summary_fr"), 'B') || setweight(search_fr("frequency_fr"), 'C') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "response_policy" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("text_en"), 'A') || setweight(search_fr("text_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("name"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "working_groups" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "action_plans" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("locality"), 'A') || setweight(search_any("note"), 'C')) STORED;--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("title"), 'A') || setweight(search_any("short_title"), 'A') || setweight(search_en("headline_en"), 'A') || setweight(search_fr("headline_fr"), 'A') || setweight(search_en("summary_en"), 'B') || setweight(search_fr("summary_fr"), 'B') || setweight(search_any("tags"), 'B') || setweight(search_any("themes"), 'B') || setweight(search_any("plan_heading"), 'C') || setweight(search_any("lead_institution"), 'C') || setweight(search_any("supporting_institutions"), 'C') || setweight(search_any("locality"), 'C') || setweight(search_any("full_text"), 'C') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("headline"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("period"), 'A') || setweight(search_any("note"), 'C')) STORED;--> statement-breakpoint
ALTER TABLE "process_assessments" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("source_conflict"), 'C') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "joining_steps" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("step_en"), 'A') || setweight(search_fr("step_fr"), 'A') || setweight(search_fr("addressee_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("subdivision"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "membership_events" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("note"), 'A')) STORED;--> statement-breakpoint
ALTER TABLE "code_lists" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("label_en"), 'A') || setweight(search_fr("label_fr"), 'A') || setweight(search_en("meaning_en"), 'B') || setweight(search_fr("meaning_fr"), 'B') || setweight(search_any("source_labels"), 'C') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "countries" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'B') || setweight(search_fr("name_fr"), 'B')) STORED;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("title"), 'A') || setweight(search_any("publisher"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "theme_tags" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("tag"), 'A') || setweight(search_any("tag_group"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
CREATE INDEX "action_plan_rules_search" ON "action_plan_rules" USING gin ("search");--> statement-breakpoint
CREATE INDEX "action_plan_stages_search" ON "action_plan_stages" USING gin ("search");--> statement-breakpoint
CREATE INDEX "award_editions_search" ON "award_editions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "awards_search" ON "awards" USING gin ("search");--> statement-breakpoint
CREATE INDEX "bodies_search" ON "bodies" USING gin ("search");--> statement-breakpoint
CREATE INDEX "civil_society_roles_search" ON "civil_society_roles" USING gin ("search");--> statement-breakpoint
CREATE INDEX "country_mentions_search" ON "country_mentions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "figures_search" ON "figures" USING gin ("search");--> statement-breakpoint
CREATE INDEX "funding_sources_search" ON "funding_sources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "peer_exchanges_search" ON "peer_exchanges" USING gin ("search");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin ("search");--> statement-breakpoint
CREATE INDEX "principles_search" ON "principles" USING gin ("search");--> statement-breakpoint
CREATE INDEX "resources_search" ON "resources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "response_policy_search" ON "response_policy" USING gin ("search");--> statement-breakpoint
CREATE INDEX "working_group_leads_search" ON "working_group_leads" USING gin ("search");--> statement-breakpoint
CREATE INDEX "working_groups_search" ON "working_groups" USING gin ("search");--> statement-breakpoint
CREATE INDEX "action_plans_search" ON "action_plans" USING gin ("search");--> statement-breakpoint
CREATE INDEX "commitments_search" ON "commitments" USING gin ("search");--> statement-breakpoint
CREATE INDEX "featured_commitments_search" ON "featured_commitments" USING gin ("search");--> statement-breakpoint
CREATE INDEX "plan_summaries_search" ON "plan_summaries" USING gin ("search");--> statement-breakpoint
CREATE INDEX "process_assessments_search" ON "process_assessments" USING gin ("search");--> statement-breakpoint
CREATE INDEX "eligibility_criteria_search" ON "eligibility_criteria" USING gin ("search");--> statement-breakpoint
CREATE INDEX "joining_steps_search" ON "joining_steps" USING gin ("search");--> statement-breakpoint
CREATE INDEX "members_search" ON "members" USING gin ("search");--> statement-breakpoint
CREATE INDEX "membership_events_search" ON "membership_events" USING gin ("search");--> statement-breakpoint
CREATE INDEX "code_lists_search" ON "code_lists" USING gin ("search");--> statement-breakpoint
CREATE INDEX "countries_search" ON "countries" USING gin ("search");--> statement-breakpoint
CREATE INDEX "editions_search" ON "editions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "sources_search" ON "sources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "theme_tags_search" ON "theme_tags" USING gin ("search");--> statement-breakpoint
CREATE INDEX "themes_search" ON "themes" USING gin ("search");
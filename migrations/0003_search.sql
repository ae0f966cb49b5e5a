-- Words are compared without accents and by their stems. One configuration per language of most texts, and one that
-- leaves words as they are, so that a word is always found as it is written.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_en (COPY = pg_catalog.english);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_fr (COPY = pg_catalog.french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_es (COPY = pg_catalog.spanish);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_es ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION search_simple (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION search_simple ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
--> statement-breakpoint
-- The words of a text in a language, or in all where it is not known.
CREATE FUNCTION search_words(language text, content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE language
  WHEN 'en' THEN to_tsvector('search_en', coalesce(content, ''))
  WHEN 'fr' THEN to_tsvector('search_fr', coalesce(content, ''))
  ELSE to_tsvector('search_en', coalesce(content, '')) || to_tsvector('search_fr', coalesce(content, ''))
    || to_tsvector('search_es', coalesce(content, ''))
END || to_tsvector('search_simple', coalesce(content, ''));
--> statement-breakpoint
-- A word, the beginning of a word, or a phrase, in whatever language it is meant.
CREATE FUNCTION search_term(term text, prefix boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN prefix THEN
  to_tsquery('search_en', '''' || replace(replace(term, '\', '\\'), '''', '''''') || ''':*')
    || to_tsquery('search_fr', '''' || replace(replace(term, '\', '\\'), '''', '''''') || ''':*')
    || to_tsquery('search_es', '''' || replace(replace(term, '\', '\\'), '''', '''''') || ''':*')
    || to_tsquery('search_simple', '''' || replace(replace(term, '\', '\\'), '''', '''''') || ''':*')
ELSE
  phraseto_tsquery('search_en', term) || phraseto_tsquery('search_fr', term)
    || phraseto_tsquery('search_es', term) || phraseto_tsquery('search_simple', term)
END;
--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (setweight(search_words(null, title), 'A') || setweight(search_words(null, short_title), 'A') || setweight(search_words('en', headline_en), 'A') || setweight(search_words('fr', headline_fr), 'A') || setweight(search_words('en', summary_en), 'B') || setweight(search_words('fr', summary_fr), 'B') || setweight(search_words(null, plan_heading), 'C') || setweight(search_words(null, lead_institution), 'C') || setweight(search_words('en', full_text), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "countries" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (setweight(search_words('en', name_en) || search_words('fr', name_fr), 'B')) STORED;
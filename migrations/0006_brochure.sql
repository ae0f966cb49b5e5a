-- A column that the words of a row are made of comes before them; their index goes with the column and is made anew.
CREATE TABLE "statements" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"subject" text COLLATE "und-x-icu" NOT NULL,
	"kind" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"body" text COLLATE "und-x-icu",
	"text_en" text COLLATE "und-x-icu" NOT NULL,
	"text_fr" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("text_en"), 'A') || setweight(search_fr("text_fr"), 'A') || setweight(search_any("note"), 'D')) STORED,
	CONSTRAINT "statements_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "statements_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "statements_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "statements_subject_check" CHECK ("subject" in ('partnership', 'joining', 'civil-society', 'action-plan', 'starred-commitments', 'irm', 'steering-committee', 'support-unit', 'local-programme', 'working-groups', 'awards')),
	CONSTRAINT "statements_kind_check" CHECK ("kind" in ('aim', 'definition', 'rule', 'step', 'task')),
	CONSTRAINT "statements_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "statements_body_check" CHECK ("body" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "statements_text_en_check" CHECK ("text_en" <> ''),
	CONSTRAINT "statements_text_fr_check" CHECK ("text_fr" <> ''),
	CONSTRAINT "statements_note_check" CHECK ("note" <> ''),
	CONSTRAINT "statements_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "statements_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
ALTER TABLE "principles" DROP CONSTRAINT "principles_part_check";--> statement-breakpoint
ALTER TABLE "response_policy" DROP CONSTRAINT "response_policy_part_check";--> statement-breakpoint
ALTER TABLE "award_editions" ADD COLUMN "ceremony_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "position_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "position_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "principles" ADD COLUMN "heading_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "principles" ADD COLUMN "pledge_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "frequency_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "joining_steps" ADD COLUMN "addressee_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "name_en_source_id" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "subdivision_source_id" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "award_editions" drop column "search";--> statement-breakpoint
ALTER TABLE "award_editions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("theme_en"), 'A') || setweight(search_fr("theme_fr"), 'A') || setweight(search_any("ceremony"), 'B') || setweight(search_fr("ceremony_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "people" drop column "search";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("name"), 'A') || setweight(search_en("role_en"), 'B') || setweight(search_fr("role_fr"), 'B') || setweight(search_any("affiliation"), 'B') || setweight(search_any("position"), 'B') || setweight(search_en("position_en"), 'B') || setweight(search_fr("position_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "principles" drop column "search";--> statement-breakpoint
ALTER TABLE "principles" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_fr("pledge_fr"), 'A') || setweight(search_en("pledge_en"), 'A') || setweight(search_fr("heading_fr"), 'B') || setweight(search_en("heading_en"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "resources" drop column "search";--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_en("summary_en"), 'B') || setweight(search_fr("summary_fr"), 'B') || setweight(search_en("frequency_en"), 'C') || setweight(search_fr("frequency_fr"), 'C') || setweight(search_any("contact"), 'C') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "joining_steps" drop column "search";--> statement-breakpoint
ALTER TABLE "joining_steps" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("step_en"), 'A') || setweight(search_fr("step_fr"), 'A') || setweight(search_en("addressee_en"), 'B') || setweight(search_fr("addressee_fr"), 'B') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("value"), 'A') || setweight(search_any("note"), 'D')) STORED;--> statement-breakpoint
CREATE INDEX "award_editions_search" ON "award_editions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin ("search");--> statement-breakpoint
CREATE INDEX "principles_search" ON "principles" USING gin ("search");--> statement-breakpoint
CREATE INDEX "resources_search" ON "resources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "joining_steps_search" ON "joining_steps" USING gin ("search");--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_body_bodies_ids_id_fk" FOREIGN KEY ("body") REFERENCES "public"."bodies_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "statements_open" ON "statements" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "statements_from" ON "statements" USING btree ("valid_from");--> statement-breakpoint
CREATE INDEX "statements_search" ON "statements" USING gin ("search");--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_name_en_source_id_sources_ids_id_fk" FOREIGN KEY ("name_en_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_subdivision_source_id_sources_ids_id_fk" FOREIGN KEY ("subdivision_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("search");--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_ceremony_fr_check" CHECK ("ceremony_fr" <> '');--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_position_en_check" CHECK ("position_en" <> '');--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_position_fr_check" CHECK ("position_fr" <> '');--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_heading_en_check" CHECK ("heading_en" <> '');--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_pledge_en_check" CHECK ("pledge_en" <> '');--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_part_check" CHECK ("part" in ('heading', 'closing', 'motto', 'preamble', 'context'));--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_frequency_en_check" CHECK ("frequency_en" <> '');--> statement-breakpoint
ALTER TABLE "response_policy" ADD CONSTRAINT "response_policy_part_check" CHECK ("part" in ('name', 'short_name', 'adopted_year', 'adopted_by', 'concern', 'trigger_actor', 'recipient', 'trigger_means', 'reference_text', 'other_name', 'purpose', 'condition', 'effect'));--> statement-breakpoint
ALTER TABLE "joining_steps" ADD CONSTRAINT "joining_steps_addressee_en_check" CHECK ("addressee_en" <> '');--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_name_en_source_id_check" CHECK ("name_en_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_subdivision_source_id_check" CHECK ("subdivision_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
CALL guard_versions();

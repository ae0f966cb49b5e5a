CREATE TABLE "edition_statements" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"subject" text COLLATE "und-x-icu" NOT NULL,
	"row" text COLLATE "und-x-icu" NOT NULL,
	"edition" text COLLATE "und-x-icu" NOT NULL,
	"database" text COLLATE "und-x-icu" NOT NULL,
	"facts" jsonb NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"note_fr" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "edition_statements_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "edition_statements_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "edition_statements_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "edition_statements_subject_check" CHECK ("subject" <> ''),
	CONSTRAINT "edition_statements_row_check" CHECK ("row" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "edition_statements_edition_check" CHECK ("edition" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "edition_statements_database_check" CHECK ("database" in ('commitments', 'process')),
	CONSTRAINT "edition_statements_note_check" CHECK ("note" <> ''),
	CONSTRAINT "edition_statements_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "edition_statements_source_locator_check" CHECK ("source_locator" <> ''),
	CONSTRAINT "edition_statements_note_fr_check" CHECK ("note_fr" <> '')
);
--> statement-breakpoint
ALTER TABLE "eligibility_scores" DROP CONSTRAINT "eligibility_scores_basis_check";--> statement-breakpoint
ALTER TABLE "action_plans" ADD COLUMN "extent" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "action_plans" ADD COLUMN "extent_edition" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_1_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_1_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_2_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_2_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_3_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_3_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_4_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "points_4_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "steps_since" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "steps_source_id" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "steps_source_locator" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "history_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "history_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "history_source_id" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "history_source_locator" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "extent" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "selection_en" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "selection_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_edition_editions_ids_id_fk" FOREIGN KEY ("edition") REFERENCES "public"."editions_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "edition_statements_open" ON "edition_statements" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "edition_statements_from" ON "edition_statements" USING btree ("valid_from");--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_extent_edition_editions_ids_id_fk" FOREIGN KEY ("extent_edition") REFERENCES "public"."editions_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_steps_source_id_sources_ids_id_fk" FOREIGN KEY ("steps_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_history_source_id_sources_ids_id_fk" FOREIGN KEY ("history_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_extent_check" CHECK ("extent" in ('pages', 'theme', 'stated', 'whole'));--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_extent_edition_check" CHECK ("extent_edition" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_1_en_check" CHECK ("points_1_en" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_1_fr_check" CHECK ("points_1_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_2_en_check" CHECK ("points_2_en" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_2_fr_check" CHECK ("points_2_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_3_en_check" CHECK ("points_3_en" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_3_fr_check" CHECK ("points_3_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_4_en_check" CHECK ("points_4_en" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_4_fr_check" CHECK ("points_4_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_steps_since_check" CHECK ("steps_since" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_steps_source_id_check" CHECK ("steps_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_steps_source_locator_check" CHECK ("steps_source_locator" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_history_en_check" CHECK ("history_en" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_history_fr_check" CHECK ("history_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_history_source_id_check" CHECK ("history_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_history_source_locator_check" CHECK ("history_source_locator" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD CONSTRAINT "eligibility_scores_basis_check" CHECK ("basis" in ('stated', 'derived-from-percent', 'derived-from-gap', 'status-only', 'inferred'));--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_extent_check" CHECK ("extent" in ('pages', 'theme', 'stated', 'whole'));--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_selection_en_check" CHECK ("selection_en" <> '');--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_selection_fr_check" CHECK ("selection_fr" <> '');--> statement-breakpoint
CALL guard_versions();

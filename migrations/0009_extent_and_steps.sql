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
ALTER TABLE "editions" ADD CONSTRAINT "editions_selection_fr_check" CHECK ("selection_fr" <> '');
-- A column that the words of a row are made of comes before them; their index goes with the column and is made anew.
ALTER TABLE "action_plan_rules" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "award_editions" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "bodies" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "country_mentions" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "funding_sources" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "principles" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "response_policy" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "working_groups" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "action_plans" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "irm_readings" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "process_assessments" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "eligibility_tallies" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "joining_steps" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "membership_counts" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "membership_events" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "code_lists" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "countries" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "license_status" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "license_source_id" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "accessed" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "theme_tags" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "note_fr" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "action_plan_rules" drop column "search";--> statement-breakpoint
ALTER TABLE "action_plan_rules" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("rule_en"), 'A') || setweight(search_fr("rule_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "action_plan_stages" drop column "search";--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("stage_en"), 'A') || setweight(search_fr("stage_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "award_editions" drop column "search";--> statement-breakpoint
ALTER TABLE "award_editions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("theme_en"), 'A') || setweight(search_fr("theme_fr"), 'A') || setweight(search_any("ceremony"), 'B') || setweight(search_fr("ceremony_fr"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "awards" drop column "search";--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("initiative"), 'A') || setweight(search_en("summary_en"), 'B') || setweight(search_fr("summary_fr"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "bodies" drop column "search";--> statement-breakpoint
ALTER TABLE "bodies" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_fr("abbreviation_fr"), 'A') || setweight(search_en("role_en"), 'B') || setweight(search_fr("role_fr"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "civil_society_roles" drop column "search";--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("role_en"), 'A') || setweight(search_fr("role_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "contacts" drop column "search";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("value"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "country_mentions" drop column "search";--> statement-breakpoint
ALTER TABLE "country_mentions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_fr("country_name_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "figures" drop column "search";--> statement-breakpoint
ALTER TABLE "figures" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("label_en"), 'A') || setweight(search_fr("label_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "funding_sources" drop column "search";--> statement-breakpoint
ALTER TABLE "funding_sources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "peer_exchanges" drop column "search";--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("topic_en"), 'A') || setweight(search_fr("topic_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "people" drop column "search";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("name"), 'A') || setweight(search_en("role_en"), 'B') || setweight(search_fr("role_fr"), 'B') || setweight(search_any("affiliation"), 'B') || setweight(search_any("position"), 'B') || setweight(search_en("position_en"), 'B') || setweight(search_fr("position_fr"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "principles" drop column "search";--> statement-breakpoint
ALTER TABLE "principles" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_fr("pledge_fr"), 'A') || setweight(search_en("pledge_en"), 'A') || setweight(search_fr("heading_fr"), 'B') || setweight(search_en("heading_en"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "resources" drop column "search";--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_en("summary_en"), 'B') || setweight(search_fr("summary_fr"), 'B') || setweight(search_en("frequency_en"), 'C') || setweight(search_fr("frequency_fr"), 'C') || setweight(search_any("contact"), 'C') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "response_policy" drop column "search";--> statement-breakpoint
ALTER TABLE "response_policy" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("text_en"), 'A') || setweight(search_fr("text_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "statements" drop column "search";--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("text_en"), 'A') || setweight(search_fr("text_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "working_group_leads" drop column "search";--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("name"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "working_groups" drop column "search";--> statement-breakpoint
ALTER TABLE "working_groups" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" drop column "search";--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "joining_steps" drop column "search";--> statement-breakpoint
ALTER TABLE "joining_steps" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("step_en"), 'A') || setweight(search_fr("step_fr"), 'A') || setweight(search_en("addressee_en"), 'B') || setweight(search_fr("addressee_fr"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "members" drop column "search";--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("subdivision"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "membership_events" drop column "search";--> statement-breakpoint
ALTER TABLE "membership_events" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("note"), 'A') || setweight(search_fr("note_fr"), 'A')) STORED;--> statement-breakpoint
ALTER TABLE "code_lists" drop column "search";--> statement-breakpoint
ALTER TABLE "code_lists" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("label_en"), 'A') || setweight(search_fr("label_fr"), 'A') || setweight(search_en("meaning_en"), 'B') || setweight(search_fr("meaning_fr"), 'B') || setweight(search_any("source_labels"), 'C') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "editions" drop column "search";--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "sources" drop column "search";--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("title"), 'A') || setweight(search_any("publisher"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "theme_tags" drop column "search";--> statement-breakpoint
ALTER TABLE "theme_tags" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_any("tag"), 'A') || setweight(search_any("tag_group"), 'B') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
ALTER TABLE "themes" drop column "search";--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(search_en("name_en"), 'A') || setweight(search_fr("name_fr"), 'A') || setweight(search_any("note"), 'D') || setweight(search_fr("note_fr"), 'D')) STORED;--> statement-breakpoint
CREATE INDEX "action_plan_rules_search" ON "action_plan_rules" USING gin ("search");--> statement-breakpoint
CREATE INDEX "action_plan_stages_search" ON "action_plan_stages" USING gin ("search");--> statement-breakpoint
CREATE INDEX "award_editions_search" ON "award_editions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "awards_search" ON "awards" USING gin ("search");--> statement-breakpoint
CREATE INDEX "bodies_search" ON "bodies" USING gin ("search");--> statement-breakpoint
CREATE INDEX "civil_society_roles_search" ON "civil_society_roles" USING gin ("search");--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("search");--> statement-breakpoint
CREATE INDEX "country_mentions_search" ON "country_mentions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "figures_search" ON "figures" USING gin ("search");--> statement-breakpoint
CREATE INDEX "funding_sources_search" ON "funding_sources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "peer_exchanges_search" ON "peer_exchanges" USING gin ("search");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin ("search");--> statement-breakpoint
CREATE INDEX "principles_search" ON "principles" USING gin ("search");--> statement-breakpoint
CREATE INDEX "resources_search" ON "resources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "response_policy_search" ON "response_policy" USING gin ("search");--> statement-breakpoint
CREATE INDEX "statements_search" ON "statements" USING gin ("search");--> statement-breakpoint
CREATE INDEX "working_group_leads_search" ON "working_group_leads" USING gin ("search");--> statement-breakpoint
CREATE INDEX "working_groups_search" ON "working_groups" USING gin ("search");--> statement-breakpoint
CREATE INDEX "eligibility_criteria_search" ON "eligibility_criteria" USING gin ("search");--> statement-breakpoint
CREATE INDEX "joining_steps_search" ON "joining_steps" USING gin ("search");--> statement-breakpoint
CREATE INDEX "members_search" ON "members" USING gin ("search");--> statement-breakpoint
CREATE INDEX "membership_events_search" ON "membership_events" USING gin ("search");--> statement-breakpoint
CREATE INDEX "code_lists_search" ON "code_lists" USING gin ("search");--> statement-breakpoint
CREATE INDEX "editions_search" ON "editions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "sources_search" ON "sources" USING gin ("search");--> statement-breakpoint
CREATE INDEX "theme_tags_search" ON "theme_tags" USING gin ("search");--> statement-breakpoint
CREATE INDEX "themes_search" ON "themes" USING gin ("search");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_license_source_id_sources_ids_id_fk" FOREIGN KEY ("license_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_rules" ADD CONSTRAINT "action_plan_rules_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD CONSTRAINT "action_plan_stages_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD CONSTRAINT "civil_society_roles_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "country_mentions" ADD CONSTRAINT "country_mentions_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "funding_sources" ADD CONSTRAINT "funding_sources_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD CONSTRAINT "peer_exchanges_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "response_policy" ADD CONSTRAINT "response_policy_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD CONSTRAINT "working_group_leads_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "working_groups" ADD CONSTRAINT "working_groups_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD CONSTRAINT "featured_commitments_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "irm_readings" ADD CONSTRAINT "irm_readings_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD CONSTRAINT "plan_summaries_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "process_assessments" ADD CONSTRAINT "process_assessments_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD CONSTRAINT "eligibility_scores_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "eligibility_tallies" ADD CONSTRAINT "eligibility_tallies_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "joining_steps" ADD CONSTRAINT "joining_steps_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "membership_counts" ADD CONSTRAINT "membership_counts_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "code_lists" ADD CONSTRAINT "code_lists_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_license_status_check" CHECK ("license_status" in ('none_stated', 'publisher', 'document'));--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_license_source_id_check" CHECK ("license_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_accessed_check" CHECK ("accessed" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$');--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "theme_tags" ADD CONSTRAINT "theme_tags_note_fr_check" CHECK ("note_fr" <> '');--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_note_fr_check" CHECK ("note_fr" <> '');

CREATE TABLE "action_plans_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bodies_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitments_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "countries_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "editions_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"seq" integer PRIMARY KEY NOT NULL,
	"id" text COLLATE "und-x-icu" NOT NULL,
	"title" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"date" text COLLATE "und-x-icu" NOT NULL,
	"status" text COLLATE "und-x-icu" DEFAULT 'published' NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dropped_at" timestamp with time zone,
	"sources" text[],
	CONSTRAINT "releases_id_unique" UNIQUE("id"),
	CONSTRAINT "releases_date_check" CHECK ("releases"."date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
	CONSTRAINT "releases_status_check" CHECK (("releases"."status" = 'dropped') = ("releases"."dropped_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "sources_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "working_groups_ids" (
	"id" text COLLATE "und-x-icu" PRIMARY KEY NOT NULL,
	"since" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_plan_rules" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"obligation" text COLLATE "und-x-icu" NOT NULL,
	"rule_en" text COLLATE "und-x-icu" NOT NULL,
	"rule_fr" text COLLATE "und-x-icu" NOT NULL,
	"value_min" integer,
	"value_max" integer,
	"unit" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "action_plan_rules_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "action_plan_rules_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "action_plan_rules_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plan_rules_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "action_plan_rules_obligation_check" CHECK ("obligation" in ('required', 'recommended', 'encouraged')),
	CONSTRAINT "action_plan_rules_rule_en_check" CHECK ("rule_en" <> ''),
	CONSTRAINT "action_plan_rules_rule_fr_check" CHECK ("rule_fr" <> ''),
	CONSTRAINT "action_plan_rules_value_min_check" CHECK ("value_min" between 0 and 2147483647),
	CONSTRAINT "action_plan_rules_value_max_check" CHECK ("value_max" between 0 and 2147483647),
	CONSTRAINT "action_plan_rules_unit_check" CHECK ("unit" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plan_rules_note_check" CHECK ("note" <> ''),
	CONSTRAINT "action_plan_rules_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plan_rules_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "action_plan_stages" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"stage_en" text COLLATE "und-x-icu" NOT NULL,
	"stage_fr" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "action_plan_stages_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "action_plan_stages_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "action_plan_stages_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plan_stages_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "action_plan_stages_stage_en_check" CHECK ("stage_en" <> ''),
	CONSTRAINT "action_plan_stages_stage_fr_check" CHECK ("stage_fr" <> ''),
	CONSTRAINT "action_plan_stages_note_check" CHECK ("note" <> ''),
	CONSTRAINT "action_plan_stages_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plan_stages_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "award_editions" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"year" integer NOT NULL,
	"theme_en" text COLLATE "und-x-icu" NOT NULL,
	"theme_fr" text COLLATE "und-x-icu" NOT NULL,
	"theme_en_source_id" text COLLATE "und-x-icu",
	"winners" integer,
	"regional_champions" integer,
	"ceremony" text COLLATE "und-x-icu",
	"ceremony_source_id" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "award_editions_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "award_editions_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "award_editions_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "award_editions_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "award_editions_theme_en_check" CHECK ("theme_en" <> ''),
	CONSTRAINT "award_editions_theme_fr_check" CHECK ("theme_fr" <> ''),
	CONSTRAINT "award_editions_theme_en_source_id_check" CHECK ("theme_en_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "award_editions_winners_check" CHECK ("winners" between 0 and 2147483647),
	CONSTRAINT "award_editions_regional_champions_check" CHECK ("regional_champions" between 0 and 2147483647),
	CONSTRAINT "award_editions_ceremony_check" CHECK ("ceremony" <> ''),
	CONSTRAINT "award_editions_ceremony_source_id_check" CHECK ("ceremony_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "award_editions_note_check" CHECK ("note" <> ''),
	CONSTRAINT "award_editions_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "award_editions_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"year" integer NOT NULL,
	"category" text COLLATE "und-x-icu" NOT NULL,
	"rank" integer,
	"rank_source_id" text COLLATE "und-x-icu",
	"country" text COLLATE "und-x-icu" NOT NULL,
	"initiative" text COLLATE "und-x-icu",
	"summary_en" text COLLATE "und-x-icu",
	"summary_fr" text COLLATE "und-x-icu",
	"in_brochure" boolean NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "awards_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "awards_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "awards_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "awards_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "awards_category_check" CHECK ("category" in ('winner', 'regional_champion', 'honourable_mention')),
	CONSTRAINT "awards_rank_check" CHECK ("rank" between 1 and 9),
	CONSTRAINT "awards_rank_source_id_check" CHECK ("rank_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "awards_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "awards_initiative_check" CHECK ("initiative" <> ''),
	CONSTRAINT "awards_summary_en_check" CHECK ("summary_en" <> ''),
	CONSTRAINT "awards_summary_fr_check" CHECK ("summary_fr" <> ''),
	CONSTRAINT "awards_note_check" CHECK ("note" <> ''),
	CONSTRAINT "awards_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "awards_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"abbreviation_fr" text COLLATE "und-x-icu",
	"kind" text COLLATE "und-x-icu" NOT NULL,
	"role_en" text COLLATE "und-x-icu" NOT NULL,
	"role_fr" text COLLATE "und-x-icu" NOT NULL,
	"supervised_by" text COLLATE "und-x-icu",
	"members_total" integer,
	"government_members" integer,
	"civil_society_members" integer,
	"co_chairs" integer,
	"min_meetings_per_year" integer,
	"ministerial_meetings_per_year" integer,
	"renewal" text COLLATE "und-x-icu",
	"staff_approx" integer,
	"nationalities" integer,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "bodies_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "bodies_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "bodies_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "bodies_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "bodies_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "bodies_abbreviation_fr_check" CHECK ("abbreviation_fr" <> ''),
	CONSTRAINT "bodies_kind_check" CHECK ("kind" in ('governing_body', 'secretariat', 'review_mechanism', 'expert_panel', 'ambassadors')),
	CONSTRAINT "bodies_role_en_check" CHECK ("role_en" <> ''),
	CONSTRAINT "bodies_role_fr_check" CHECK ("role_fr" <> ''),
	CONSTRAINT "bodies_supervised_by_check" CHECK ("supervised_by" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "bodies_members_total_check" CHECK ("members_total" between 0 and 2147483647),
	CONSTRAINT "bodies_government_members_check" CHECK ("government_members" between 0 and 2147483647),
	CONSTRAINT "bodies_civil_society_members_check" CHECK ("civil_society_members" between 0 and 2147483647),
	CONSTRAINT "bodies_co_chairs_check" CHECK ("co_chairs" between 0 and 2147483647),
	CONSTRAINT "bodies_min_meetings_per_year_check" CHECK ("min_meetings_per_year" between 0 and 2147483647),
	CONSTRAINT "bodies_ministerial_meetings_per_year_check" CHECK ("ministerial_meetings_per_year" between 0 and 2147483647),
	CONSTRAINT "bodies_renewal_check" CHECK ("renewal" in ('annual')),
	CONSTRAINT "bodies_staff_approx_check" CHECK ("staff_approx" between 0 and 2147483647),
	CONSTRAINT "bodies_nationalities_check" CHECK ("nationalities" between 0 and 2147483647),
	CONSTRAINT "bodies_note_check" CHECK ("note" <> ''),
	CONSTRAINT "bodies_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "bodies_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "civil_society_roles" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"role_en" text COLLATE "und-x-icu" NOT NULL,
	"role_fr" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "civil_society_roles_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "civil_society_roles_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "civil_society_roles_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "civil_society_roles_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "civil_society_roles_role_en_check" CHECK ("role_en" <> ''),
	CONSTRAINT "civil_society_roles_role_fr_check" CHECK ("role_fr" <> ''),
	CONSTRAINT "civil_society_roles_note_check" CHECK ("note" <> ''),
	CONSTRAINT "civil_society_roles_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "civil_society_roles_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"value" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "contacts_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "contacts_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "contacts_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "contacts_value_check" CHECK ("value" <> ''),
	CONSTRAINT "contacts_note_check" CHECK ("note" <> ''),
	CONSTRAINT "contacts_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "contacts_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "country_mentions" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"country_name_fr" text COLLATE "und-x-icu" NOT NULL,
	"context" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "country_mentions_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "country_mentions_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "country_mentions_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "country_mentions_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "country_mentions_country_name_fr_check" CHECK ("country_name_fr" <> ''),
	CONSTRAINT "country_mentions_context_check" CHECK ("context" in ('local_pilot', 'peer_exchange', 'working_group_lead', 'starred_commitment', 'award_winner_2014', 'award_winner_2015', 'award_regional_champion_2015')),
	CONSTRAINT "country_mentions_note_check" CHECK ("note" <> ''),
	CONSTRAINT "country_mentions_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "country_mentions_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"value" integer NOT NULL,
	"value_max" integer,
	"unit" text COLLATE "und-x-icu" NOT NULL,
	"qualifier" text COLLATE "und-x-icu" NOT NULL,
	"year" integer,
	"label_en" text COLLATE "und-x-icu" NOT NULL,
	"label_fr" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "figures_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "figures_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "figures_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "figures_value_check" CHECK ("value" between 0 and 2147483647),
	CONSTRAINT "figures_value_max_check" CHECK ("value_max" between 0 and 2147483647),
	CONSTRAINT "figures_unit_check" CHECK ("unit" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "figures_qualifier_check" CHECK ("qualifier" in ('exact', 'about', 'at_least', 'more_than', 'less_than', 'range', 'counted')),
	CONSTRAINT "figures_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "figures_label_en_check" CHECK ("label_en" <> ''),
	CONSTRAINT "figures_label_fr_check" CHECK ("label_fr" <> ''),
	CONSTRAINT "figures_note_check" CHECK ("note" <> ''),
	CONSTRAINT "figures_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "figures_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "funding_sources" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"donor_group" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"group_share" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "funding_sources_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "funding_sources_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "funding_sources_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "funding_sources_donor_group_check" CHECK ("donor_group" in ('foundations', 'governments')),
	CONSTRAINT "funding_sources_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "funding_sources_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "funding_sources_group_share_check" CHECK ("group_share" in ('about_equal')),
	CONSTRAINT "funding_sources_note_check" CHECK ("note" <> ''),
	CONSTRAINT "funding_sources_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "funding_sources_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "peer_exchanges" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"year" integer,
	"topic_en" text COLLATE "und-x-icu" NOT NULL,
	"topic_fr" text COLLATE "und-x-icu" NOT NULL,
	"countries" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "peer_exchanges_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "peer_exchanges_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "peer_exchanges_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "peer_exchanges_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "peer_exchanges_topic_en_check" CHECK ("topic_en" <> ''),
	CONSTRAINT "peer_exchanges_topic_fr_check" CHECK ("topic_fr" <> ''),
	CONSTRAINT "peer_exchanges_countries_check" CHECK (cardinality("countries") > 0 and array_position("countries", null) is null),
	CONSTRAINT "peer_exchanges_note_check" CHECK ("note" <> ''),
	CONSTRAINT "peer_exchanges_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "peer_exchanges_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"name" text COLLATE "und-x-icu" NOT NULL,
	"body" text COLLATE "und-x-icu",
	"role_en" text COLLATE "und-x-icu",
	"role_fr" text COLLATE "und-x-icu",
	"affiliation" text COLLATE "und-x-icu",
	"position" text COLLATE "und-x-icu",
	"country" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "people_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "people_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "people_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "people_name_check" CHECK ("name" <> ''),
	CONSTRAINT "people_body_check" CHECK ("body" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "people_role_en_check" CHECK ("role_en" <> ''),
	CONSTRAINT "people_role_fr_check" CHECK ("role_fr" <> ''),
	CONSTRAINT "people_affiliation_check" CHECK ("affiliation" <> ''),
	CONSTRAINT "people_position_check" CHECK ("position" <> ''),
	CONSTRAINT "people_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "people_note_check" CHECK ("note" <> ''),
	CONSTRAINT "people_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "people_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "principles" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"heading_number" integer NOT NULL,
	"heading_fr" text COLLATE "und-x-icu",
	"part" text COLLATE "und-x-icu" NOT NULL,
	"number_in_heading" integer NOT NULL,
	"pledge_fr" text COLLATE "und-x-icu" NOT NULL,
	"anchor_fr" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "principles_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "principles_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "principles_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "principles_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "principles_heading_number_check" CHECK ("heading_number" between 0 and 9),
	CONSTRAINT "principles_heading_fr_check" CHECK ("heading_fr" <> ''),
	CONSTRAINT "principles_part_check" CHECK ("part" in ('heading', 'closing')),
	CONSTRAINT "principles_number_in_heading_check" CHECK ("number_in_heading" between 1 and 99),
	CONSTRAINT "principles_pledge_fr_check" CHECK ("pledge_fr" <> ''),
	CONSTRAINT "principles_anchor_fr_check" CHECK ("anchor_fr" <> ''),
	CONSTRAINT "principles_note_check" CHECK ("note" <> ''),
	CONSTRAINT "principles_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "principles_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"kind" text COLLATE "und-x-icu" NOT NULL,
	"summary_en" text COLLATE "und-x-icu" NOT NULL,
	"summary_fr" text COLLATE "und-x-icu" NOT NULL,
	"frequency" text COLLATE "und-x-icu",
	"frequency_fr" text COLLATE "und-x-icu",
	"languages" text[],
	"contact" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "resources_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "resources_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "resources_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "resources_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "resources_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "resources_kind_check" CHECK ("kind" in ('data_tool', 'guide', 'blog', 'newsletter', 'mailing_list', 'events', 'webinars', 'social_media')),
	CONSTRAINT "resources_summary_en_check" CHECK ("summary_en" <> ''),
	CONSTRAINT "resources_summary_fr_check" CHECK ("summary_fr" <> ''),
	CONSTRAINT "resources_frequency_check" CHECK ("frequency" in ('monthly', 'several_per_month', 'several_per_year')),
	CONSTRAINT "resources_frequency_fr_check" CHECK ("frequency_fr" <> ''),
	CONSTRAINT "resources_languages_check" CHECK (cardinality("languages") > 0 and array_position("languages", null) is null),
	CONSTRAINT "resources_contact_check" CHECK ("contact" <> ''),
	CONSTRAINT "resources_note_check" CHECK ("note" <> ''),
	CONSTRAINT "resources_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "resources_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "response_policy" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"part" text COLLATE "und-x-icu" NOT NULL,
	"text_en" text COLLATE "und-x-icu" NOT NULL,
	"text_fr" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "response_policy_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "response_policy_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "response_policy_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "response_policy_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "response_policy_part_check" CHECK ("part" in ('name', 'short_name', 'adopted_year', 'adopted_by', 'concern', 'trigger_actor', 'recipient', 'trigger_means', 'reference_text')),
	CONSTRAINT "response_policy_text_en_check" CHECK ("text_en" <> ''),
	CONSTRAINT "response_policy_text_fr_check" CHECK ("text_fr" <> ''),
	CONSTRAINT "response_policy_note_check" CHECK ("note" <> ''),
	CONSTRAINT "response_policy_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "response_policy_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "working_group_leads" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"working_group" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"name" text COLLATE "und-x-icu" NOT NULL,
	"lead_type" text COLLATE "und-x-icu" NOT NULL,
	"kind" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "working_group_leads_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "working_group_leads_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "working_group_leads_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "working_group_leads_working_group_check" CHECK ("working_group" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "working_group_leads_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "working_group_leads_name_check" CHECK ("name" <> ''),
	CONSTRAINT "working_group_leads_lead_type_check" CHECK ("lead_type" in ('civil_society', 'government')),
	CONSTRAINT "working_group_leads_kind_check" CHECK ("kind" in ('organisation', 'national_government', 'public_body', 'legislature')),
	CONSTRAINT "working_group_leads_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "working_group_leads_note_check" CHECK ("note" <> ''),
	CONSTRAINT "working_group_leads_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "working_group_leads_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "working_groups" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"name_en_basis" text COLLATE "und-x-icu",
	"lead_countries" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "working_groups_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "working_groups_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "working_groups_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "working_groups_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "working_groups_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "working_groups_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "working_groups_name_en_basis_check" CHECK ("name_en_basis" <> ''),
	CONSTRAINT "working_groups_lead_countries_check" CHECK (cardinality("lead_countries") > 0 and array_position("lead_countries", null) is null),
	CONSTRAINT "working_groups_note_check" CHECK ("note" <> ''),
	CONSTRAINT "working_groups_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "working_groups_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "action_plans" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"member" text COLLATE "und-x-icu",
	"country" text COLLATE "und-x-icu" NOT NULL,
	"locality" text COLLATE "und-x-icu",
	"number" integer NOT NULL,
	"ogp_id" text COLLATE "und-x-icu",
	"year" integer,
	"submission_year" integer,
	"start_year" integer,
	"end_year" integer,
	"start_date" text COLLATE "und-x-icu",
	"end_date" text COLLATE "und-x-icu",
	"duration_years" integer,
	"commitments_stated" integer,
	"commitments_coded" integer,
	"progress_report_year" integer,
	"end_of_term_report_year" integer,
	"other_source_urls" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "action_plans_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "action_plans_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "action_plans_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plans_member_check" CHECK ("member" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plans_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "action_plans_locality_check" CHECK ("locality" <> ''),
	CONSTRAINT "action_plans_number_check" CHECK ("number" between 1 and 99),
	CONSTRAINT "action_plans_ogp_id_check" CHECK ("ogp_id" <> ''),
	CONSTRAINT "action_plans_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "action_plans_submission_year_check" CHECK ("submission_year" between 1900 and 2100),
	CONSTRAINT "action_plans_start_year_check" CHECK ("start_year" between 1900 and 2100),
	CONSTRAINT "action_plans_end_year_check" CHECK ("end_year" between 1900 and 2100),
	CONSTRAINT "action_plans_start_date_check" CHECK ("start_date" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "action_plans_end_date_check" CHECK ("end_date" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "action_plans_duration_years_check" CHECK ("duration_years" between 1 and 9),
	CONSTRAINT "action_plans_commitments_stated_check" CHECK ("commitments_stated" between 0 and 2147483647),
	CONSTRAINT "action_plans_commitments_coded_check" CHECK ("commitments_coded" between 0 and 2147483647),
	CONSTRAINT "action_plans_progress_report_year_check" CHECK ("progress_report_year" between 1900 and 2100),
	CONSTRAINT "action_plans_end_of_term_report_year_check" CHECK ("end_of_term_report_year" between 1900 and 2100),
	CONSTRAINT "action_plans_other_source_urls_check" CHECK (cardinality("other_source_urls") > 0 and array_position("other_source_urls", null) is null),
	CONSTRAINT "action_plans_note_check" CHECK ("note" <> ''),
	CONSTRAINT "action_plans_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "action_plans_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"ogp_id" text COLLATE "und-x-icu",
	"ogp_id_basis" text COLLATE "und-x-icu",
	"member" text COLLATE "und-x-icu",
	"country" text COLLATE "und-x-icu" NOT NULL,
	"locality" text COLLATE "und-x-icu",
	"plan" text COLLATE "und-x-icu" NOT NULL,
	"plan_number" integer NOT NULL,
	"year" integer,
	"number" text COLLATE "und-x-icu",
	"title" text COLLATE "und-x-icu" NOT NULL,
	"short_title" text COLLATE "und-x-icu",
	"headline_en" text COLLATE "und-x-icu",
	"headline_fr" text COLLATE "und-x-icu",
	"summary_en" text COLLATE "und-x-icu",
	"summary_fr" text COLLATE "und-x-icu",
	"headline_source_id" text COLLATE "und-x-icu",
	"headline_source_locator" text COLLATE "und-x-icu",
	"full_text" text COLLATE "und-x-icu",
	"plan_heading" text COLLATE "und-x-icu",
	"lead_institution" text COLLATE "und-x-icu",
	"supporting_institutions" text COLLATE "und-x-icu",
	"themes" text[],
	"tags" text[],
	"tag_scheme" text COLLATE "und-x-icu",
	"grand_challenges" text[],
	"working_groups" text[],
	"featured_in" text[],
	"start_date" text COLLATE "und-x-icu",
	"start_date_text" text COLLATE "und-x-icu",
	"end_date" text COLLATE "und-x-icu",
	"end_date_text" text COLLATE "und-x-icu",
	"ogp_url" text COLLATE "und-x-icu",
	"other_source_urls" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "commitments_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "commitments_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "commitments_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "commitments_ogp_id_check" CHECK ("ogp_id" <> ''),
	CONSTRAINT "commitments_ogp_id_basis_check" CHECK ("ogp_id_basis" <> ''),
	CONSTRAINT "commitments_member_check" CHECK ("member" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "commitments_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "commitments_locality_check" CHECK ("locality" <> ''),
	CONSTRAINT "commitments_plan_check" CHECK ("plan" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "commitments_plan_number_check" CHECK ("plan_number" between 1 and 99),
	CONSTRAINT "commitments_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "commitments_number_check" CHECK ("number" <> ''),
	CONSTRAINT "commitments_title_check" CHECK ("title" <> ''),
	CONSTRAINT "commitments_short_title_check" CHECK ("short_title" <> ''),
	CONSTRAINT "commitments_headline_en_check" CHECK ("headline_en" <> ''),
	CONSTRAINT "commitments_headline_fr_check" CHECK ("headline_fr" <> ''),
	CONSTRAINT "commitments_summary_en_check" CHECK ("summary_en" <> ''),
	CONSTRAINT "commitments_summary_fr_check" CHECK ("summary_fr" <> ''),
	CONSTRAINT "commitments_headline_source_id_check" CHECK ("headline_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "commitments_headline_source_locator_check" CHECK ("headline_source_locator" <> ''),
	CONSTRAINT "commitments_full_text_check" CHECK ("full_text" <> ''),
	CONSTRAINT "commitments_plan_heading_check" CHECK ("plan_heading" <> ''),
	CONSTRAINT "commitments_lead_institution_check" CHECK ("lead_institution" <> ''),
	CONSTRAINT "commitments_supporting_institutions_check" CHECK ("supporting_institutions" <> ''),
	CONSTRAINT "commitments_themes_check" CHECK (cardinality("themes") > 0 and array_position("themes", null) is null),
	CONSTRAINT "commitments_tags_check" CHECK (cardinality("tags") > 0 and array_position("tags", null) is null),
	CONSTRAINT "commitments_tag_scheme_check" CHECK ("tag_scheme" in ('tags-2013', 'explorer-2015', 'explorer-2016', 'policy-areas-2024', 'ogp-pages')),
	CONSTRAINT "commitments_grand_challenges_check" CHECK (cardinality("grand_challenges") > 0 and "grand_challenges" <@ array['public-integrity', 'public-resources', 'public-services', 'corporate-accountability', 'safer-communities']),
	CONSTRAINT "commitments_working_groups_check" CHECK (cardinality("working_groups") > 0 and "working_groups" <@ array['open-data', 'fiscal-openness', 'legislative-openness', 'access-to-information', 'natural-resources']),
	CONSTRAINT "commitments_featured_in_check" CHECK (cardinality("featured_in") > 0 and "featured_in" <@ array['brochure-2016', 'star-reforms']),
	CONSTRAINT "commitments_start_date_check" CHECK ("start_date" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "commitments_start_date_text_check" CHECK ("start_date_text" <> ''),
	CONSTRAINT "commitments_end_date_check" CHECK ("end_date" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "commitments_end_date_text_check" CHECK ("end_date_text" <> ''),
	CONSTRAINT "commitments_ogp_url_check" CHECK ("ogp_url" <> ''),
	CONSTRAINT "commitments_other_source_urls_check" CHECK (cardinality("other_source_urls") > 0 and array_position("other_source_urls", null) is null),
	CONSTRAINT "commitments_note_check" CHECK ("note" <> ''),
	CONSTRAINT "commitments_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "commitments_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "featured_commitments" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"feature" text COLLATE "und-x-icu" NOT NULL,
	"commitment" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"headline" text COLLATE "und-x-icu" NOT NULL,
	"headline_language" text COLLATE "und-x-icu" NOT NULL,
	"match_basis" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "featured_commitments_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "featured_commitments_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "featured_commitments_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "featured_commitments_feature_check" CHECK ("feature" in ('brochure-2016', 'star-reforms')),
	CONSTRAINT "featured_commitments_commitment_check" CHECK ("commitment" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "featured_commitments_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "featured_commitments_headline_check" CHECK ("headline" <> ''),
	CONSTRAINT "featured_commitments_headline_language_check" CHECK ("headline_language" <> ''),
	CONSTRAINT "featured_commitments_match_basis_check" CHECK ("match_basis" <> ''),
	CONSTRAINT "featured_commitments_note_check" CHECK ("note" <> ''),
	CONSTRAINT "featured_commitments_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "featured_commitments_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "irm_readings" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"commitment" text COLLATE "und-x-icu" NOT NULL,
	"edition" text COLLATE "und-x-icu" NOT NULL,
	"newest" boolean NOT NULL,
	"assessed" boolean,
	"specificity" text COLLATE "und-x-icu",
	"verifiable" text COLLATE "und-x-icu",
	"relevance_access_to_information" text COLLATE "und-x-icu",
	"relevance_civic_participation" text COLLATE "und-x-icu",
	"relevance_public_accountability" text COLLATE "und-x-icu",
	"relevance_technology" text COLLATE "und-x-icu",
	"values" text[] GENERATED ALWAYS AS (nullif(array_remove(array[case when relevance_access_to_information = 'yes' then 'access-to-information' end, case when relevance_civic_participation = 'yes' then 'civic-participation' end, case when relevance_public_accountability = 'yes' then 'public-accountability' end, case when relevance_technology = 'yes' then 'technology' end]::text[], null), '{}')) STORED,
	"relevant" text COLLATE "und-x-icu",
	"potential_impact" text COLLATE "und-x-icu",
	"potential_for_results" text COLLATE "und-x-icu",
	"ambition" text COLLATE "und-x-icu",
	"completion" text GENERATED ALWAYS AS (coalesce(case when completion_end_of_term not in ('not_reviewed', 'no_data', 'not_applicable') then completion_end_of_term end, case when completion_midterm not in ('not_reviewed', 'no_data', 'not_applicable') then completion_midterm end, completion_midterm, completion_end_of_term)) STORED,
	"completion_midterm" text COLLATE "und-x-icu",
	"completion_end_of_term" text COLLATE "und-x-icu",
	"change_in_completion" text COLLATE "und-x-icu",
	"did_it_open_government" text COLLATE "und-x-icu",
	"opening_access_to_information" text COLLATE "und-x-icu",
	"opening_civic_participation" text COLLATE "und-x-icu",
	"opening_public_accountability" text COLLATE "und-x-icu",
	"early_results" text COLLATE "und-x-icu",
	"stars" text[] GENERATED ALWAYS AS (nullif(array_remove(array[case when starred_pre_june_2014 = 'yes' then 'pre-june-2014' end, case when starred_2015_only = 'yes' then '2015-only' end, case when starred_current_midterm = 'yes' then 'current-midterm' end, case when starred_current_end_of_term = 'yes' then 'current-end-of-term' end]::text[], null), '{}')) STORED,
	"starred" boolean GENERATED ALWAYS AS (case
      when 'yes' in (starred_pre_june_2014, starred_2015_only, starred_current_midterm, starred_current_end_of_term, starred_on_page) then true
      when 'no' in (starred_pre_june_2014, starred_2015_only, starred_current_midterm, starred_current_end_of_term, starred_on_page) then false
    end) STORED,
	"starred_pre_june_2014" text COLLATE "und-x-icu",
	"starred_2015_only" text COLLATE "und-x-icu",
	"starred_current_midterm" text COLLATE "und-x-icu",
	"starred_current_end_of_term" text COLLATE "und-x-icu",
	"starred_on_page" text COLLATE "und-x-icu",
	"carried_forward" text COLLATE "und-x-icu",
	"irm_based_score" integer,
	"irm_based_score_missing" text COLLATE "und-x-icu",
	"binding_constraint" text COLLATE "und-x-icu",
	"progress_report_year" integer,
	"progress_report_year_missing" text COLLATE "und-x-icu",
	"end_of_term_report_year" integer,
	"end_of_term_report_year_missing" text COLLATE "und-x-icu",
	"source_conflict" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "irm_readings_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "irm_readings_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "irm_readings_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "irm_readings_commitment_check" CHECK ("commitment" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "irm_readings_edition_check" CHECK ("edition" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "irm_readings_specificity_check" CHECK ("specificity" in ('none', 'low', 'medium', 'high', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_verifiable_check" CHECK ("verifiable" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_relevance_access_to_information_check" CHECK ("relevance_access_to_information" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_relevance_civic_participation_check" CHECK ("relevance_civic_participation" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_relevance_public_accountability_check" CHECK ("relevance_public_accountability" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_relevance_technology_check" CHECK ("relevance_technology" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_relevant_check" CHECK ("relevant" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_potential_impact_check" CHECK ("potential_impact" in ('unclear', 'none', 'minor', 'moderate', 'transformative', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_potential_for_results_check" CHECK ("potential_for_results" in ('unclear', 'modest', 'substantial', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_ambition_check" CHECK ("ambition" in ('low', 'high', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_completion_midterm_check" CHECK ("completion_midterm" in ('withdrawn', 'unclear', 'not_started', 'limited', 'substantial', 'complete', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_completion_end_of_term_check" CHECK ("completion_end_of_term" in ('withdrawn', 'unclear', 'not_started', 'limited', 'substantial', 'complete', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_change_in_completion_check" CHECK ("change_in_completion" in ('decrease', 'no_change', 'increase', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_did_it_open_government_check" CHECK ("did_it_open_government" in ('worsens', 'did_not_change', 'marginal', 'major', 'outstanding', 'no_early_results_yet', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_opening_access_to_information_check" CHECK ("opening_access_to_information" in ('worsens', 'did_not_change', 'marginal', 'major', 'outstanding', 'no_early_results_yet', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_opening_civic_participation_check" CHECK ("opening_civic_participation" in ('worsens', 'did_not_change', 'marginal', 'major', 'outstanding', 'no_early_results_yet', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_opening_public_accountability_check" CHECK ("opening_public_accountability" in ('worsens', 'did_not_change', 'marginal', 'major', 'outstanding', 'no_early_results_yet', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_early_results_check" CHECK ("early_results" in ('no_notable_results', 'moderate', 'significant', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_starred_pre_june_2014_check" CHECK ("starred_pre_june_2014" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_starred_2015_only_check" CHECK ("starred_2015_only" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_starred_current_midterm_check" CHECK ("starred_current_midterm" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_starred_current_end_of_term_check" CHECK ("starred_current_end_of_term" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_starred_on_page_check" CHECK ("starred_on_page" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_carried_forward_check" CHECK ("carried_forward" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_irm_based_score_check" CHECK ("irm_based_score" between 1 and 4),
	CONSTRAINT "irm_readings_irm_based_score_missing_check" CHECK ("irm_based_score_missing" in ('unclear', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_binding_constraint_check" CHECK ("binding_constraint" in ('potential_impact', 'completion', 'specificity', 'relevance', 'starred', 'none_found', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_progress_report_year_check" CHECK ("progress_report_year" between 1900 and 2100),
	CONSTRAINT "irm_readings_progress_report_year_missing_check" CHECK ("progress_report_year_missing" in ('unclear', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_end_of_term_report_year_check" CHECK ("end_of_term_report_year" between 1900 and 2100),
	CONSTRAINT "irm_readings_end_of_term_report_year_missing_check" CHECK ("end_of_term_report_year_missing" in ('unclear', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "irm_readings_source_conflict_check" CHECK ("source_conflict" <> ''),
	CONSTRAINT "irm_readings_note_check" CHECK ("note" <> ''),
	CONSTRAINT "irm_readings_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "irm_readings_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "plan_summaries" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"plan" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"period" text COLLATE "und-x-icu",
	"report_type" text COLLATE "und-x-icu" NOT NULL,
	"commitments" integer,
	"multistakeholder_forum" text COLLATE "und-x-icu",
	"influence_development" text COLLATE "und-x-icu",
	"influence_implementation" text COLLATE "und-x-icu",
	"contrary_to_process" text COLLATE "und-x-icu",
	"relevant" integer,
	"transformative" integer,
	"potentially_starred" integer,
	"open_government_lens" integer,
	"substantial_potential" integer,
	"promising" integer,
	"midterm_complete" integer,
	"midterm_substantial" integer,
	"midterm_limited" integer,
	"midterm_not_started" integer,
	"midterm_not_reviewed" integer,
	"end_of_term_complete" integer,
	"end_of_term_substantial" integer,
	"end_of_term_limited" integer,
	"end_of_term_not_started" integer,
	"end_of_term_withdrawn" integer,
	"stars_midterm" integer,
	"stars_end_of_term" integer,
	"opening_major" integer,
	"opening_outstanding" integer,
	"carried_over" integer,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "plan_summaries_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "plan_summaries_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "plan_summaries_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "plan_summaries_plan_check" CHECK ("plan" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "plan_summaries_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "plan_summaries_period_check" CHECK ("period" <> ''),
	CONSTRAINT "plan_summaries_report_type_check" CHECK ("report_type" in ('design', 'midterm', 'implementation', 'hybrid', 'end-of-term', 'transitional-results', 'action-plan-review', 'results')),
	CONSTRAINT "plan_summaries_commitments_check" CHECK ("commitments" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_multistakeholder_forum_check" CHECK ("multistakeholder_forum" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "plan_summaries_influence_development_check" CHECK ("influence_development" in ('inform', 'consult', 'involve', 'collaborate', 'empower', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "plan_summaries_influence_implementation_check" CHECK ("influence_implementation" in ('inform', 'consult', 'involve', 'collaborate', 'empower', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "plan_summaries_contrary_to_process_check" CHECK ("contrary_to_process" in ('no', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "plan_summaries_relevant_check" CHECK ("relevant" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_transformative_check" CHECK ("transformative" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_potentially_starred_check" CHECK ("potentially_starred" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_open_government_lens_check" CHECK ("open_government_lens" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_substantial_potential_check" CHECK ("substantial_potential" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_promising_check" CHECK ("promising" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_midterm_complete_check" CHECK ("midterm_complete" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_midterm_substantial_check" CHECK ("midterm_substantial" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_midterm_limited_check" CHECK ("midterm_limited" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_midterm_not_started_check" CHECK ("midterm_not_started" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_midterm_not_reviewed_check" CHECK ("midterm_not_reviewed" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_end_of_term_complete_check" CHECK ("end_of_term_complete" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_end_of_term_substantial_check" CHECK ("end_of_term_substantial" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_end_of_term_limited_check" CHECK ("end_of_term_limited" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_end_of_term_not_started_check" CHECK ("end_of_term_not_started" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_end_of_term_withdrawn_check" CHECK ("end_of_term_withdrawn" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_stars_midterm_check" CHECK ("stars_midterm" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_stars_end_of_term_check" CHECK ("stars_end_of_term" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_opening_major_check" CHECK ("opening_major" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_opening_outstanding_check" CHECK ("opening_outstanding" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_carried_over_check" CHECK ("carried_over" between 0 and 2147483647),
	CONSTRAINT "plan_summaries_note_check" CHECK ("note" <> ''),
	CONSTRAINT "plan_summaries_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "plan_summaries_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "process_assessments" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"plan" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"year" integer,
	"timeline_available" text COLLATE "und-x-icu",
	"timeline_online" text COLLATE "und-x-icu",
	"timeline_other_channels" text COLLATE "und-x-icu",
	"advance_notice" text COLLATE "und-x-icu",
	"days_in_advance" integer,
	"days_in_advance_missing" text COLLATE "und-x-icu",
	"advance_notice_adequate" text COLLATE "und-x-icu",
	"awareness_raising" text COLLATE "und-x-icu",
	"online_consultation" text COLLATE "und-x-icu",
	"in_person_consultation" text COLLATE "und-x-icu",
	"summary_of_comments" text COLLATE "und-x-icu",
	"steps_followed" integer,
	"steps_followed_missing" text COLLATE "und-x-icu",
	"development_participation" text COLLATE "und-x-icu",
	"development_influence" text COLLATE "und-x-icu",
	"regular_forum" text COLLATE "und-x-icu",
	"implementation_participation" text COLLATE "und-x-icu",
	"implementation_influence" text COLLATE "und-x-icu",
	"self_assessment_published" text COLLATE "und-x-icu",
	"self_assessment_on_schedule" text COLLATE "und-x-icu",
	"self_assessment_local_language" text COLLATE "und-x-icu",
	"self_assessment_english" text COLLATE "und-x-icu",
	"self_assessment_two_week_comment" text COLLATE "und-x-icu",
	"self_assessment_reviews_comment_period" text COLLATE "und-x-icu",
	"public_comments_received" text COLLATE "und-x-icu",
	"self_assessment_in_portal" text COLLATE "und-x-icu",
	"self_assessment_reviews_consultation" text COLLATE "und-x-icu",
	"self_assessment_covers_all_commitments" text COLLATE "und-x-icu",
	"self_assessment_against_schedule" text COLLATE "und-x-icu",
	"self_assessment_reviews_draft_consultation" text COLLATE "und-x-icu",
	"only_one_branch" text COLLATE "und-x-icu",
	"executive" text COLLATE "und-x-icu",
	"multi_agency" text COLLATE "und-x-icu",
	"single_lead" text COLLATE "und-x-icu",
	"president_or_prime_minister_office" text COLLATE "und-x-icu",
	"executive_lead_agency" text COLLATE "und-x-icu",
	"foreign_ministry" text COLLATE "und-x-icu",
	"foreign_ministry_lead" text COLLATE "und-x-icu",
	"officially_mandated" text COLLATE "und-x-icu",
	"legally_mandated" text COLLATE "und-x-icu",
	"multiple_arrangements" text COLLATE "und-x-icu",
	"implementing_same_as_developing" text COLLATE "und-x-icu",
	"change_of_executive" text COLLATE "und-x-icu",
	"source_conflict" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "process_assessments_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "process_assessments_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "process_assessments_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "process_assessments_plan_check" CHECK ("plan" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "process_assessments_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "process_assessments_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "process_assessments_timeline_available_check" CHECK ("timeline_available" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_timeline_online_check" CHECK ("timeline_online" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_timeline_other_channels_check" CHECK ("timeline_other_channels" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_advance_notice_check" CHECK ("advance_notice" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_days_in_advance_check" CHECK ("days_in_advance" between 0 and 2147483647),
	CONSTRAINT "process_assessments_days_in_advance_missing_check" CHECK ("days_in_advance_missing" in ('unclear', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_advance_notice_adequate_check" CHECK ("advance_notice_adequate" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_awareness_raising_check" CHECK ("awareness_raising" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_online_consultation_check" CHECK ("online_consultation" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_in_person_consultation_check" CHECK ("in_person_consultation" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_summary_of_comments_check" CHECK ("summary_of_comments" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_steps_followed_check" CHECK ("steps_followed" between 0 and 6),
	CONSTRAINT "process_assessments_steps_followed_missing_check" CHECK ("steps_followed_missing" in ('unclear', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_development_participation_check" CHECK ("development_participation" in ('invitation_only', 'open', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_development_influence_check" CHECK ("development_influence" in ('inform', 'consult', 'involve', 'collaborate', 'empower', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_regular_forum_check" CHECK ("regular_forum" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_implementation_participation_check" CHECK ("implementation_participation" in ('invitation_only', 'open', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_implementation_influence_check" CHECK ("implementation_influence" in ('inform', 'consult', 'involve', 'collaborate', 'empower', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_published_check" CHECK ("self_assessment_published" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_on_schedule_check" CHECK ("self_assessment_on_schedule" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_local_language_check" CHECK ("self_assessment_local_language" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_english_check" CHECK ("self_assessment_english" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_two_week_comment_check" CHECK ("self_assessment_two_week_comment" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_reviews_comment_period_check" CHECK ("self_assessment_reviews_comment_period" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_public_comments_received_check" CHECK ("public_comments_received" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_in_portal_check" CHECK ("self_assessment_in_portal" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_reviews_consultation_check" CHECK ("self_assessment_reviews_consultation" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_covers_all_commitments_check" CHECK ("self_assessment_covers_all_commitments" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_against_schedule_check" CHECK ("self_assessment_against_schedule" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_self_assessment_reviews_draft_consultation_check" CHECK ("self_assessment_reviews_draft_consultation" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_only_one_branch_check" CHECK ("only_one_branch" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_executive_check" CHECK ("executive" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_multi_agency_check" CHECK ("multi_agency" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_single_lead_check" CHECK ("single_lead" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_president_or_prime_minister_office_check" CHECK ("president_or_prime_minister_office" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_executive_lead_agency_check" CHECK ("executive_lead_agency" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_foreign_ministry_check" CHECK ("foreign_ministry" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_foreign_ministry_lead_check" CHECK ("foreign_ministry_lead" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_officially_mandated_check" CHECK ("officially_mandated" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_legally_mandated_check" CHECK ("legally_mandated" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_multiple_arrangements_check" CHECK ("multiple_arrangements" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_implementing_same_as_developing_check" CHECK ("implementing_same_as_developing" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_change_of_executive_check" CHECK ("change_of_executive" in ('no', 'unclear', 'yes', 'not_reviewed', 'no_data', 'not_applicable')),
	CONSTRAINT "process_assessments_source_conflict_check" CHECK ("source_conflict" <> ''),
	CONSTRAINT "process_assessments_note_check" CHECK ("note" <> ''),
	CONSTRAINT "process_assessments_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "process_assessments_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "eligibility_criteria" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"max_points" integer NOT NULL,
	"points_source_id" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "eligibility_criteria_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "eligibility_criteria_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "eligibility_criteria_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_criteria_number_check" CHECK ("number" between 1 and 9),
	CONSTRAINT "eligibility_criteria_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "eligibility_criteria_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "eligibility_criteria_max_points_check" CHECK ("max_points" between 0 and 4),
	CONSTRAINT "eligibility_criteria_points_source_id_check" CHECK ("points_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_criteria_note_check" CHECK ("note" <> ''),
	CONSTRAINT "eligibility_criteria_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_criteria_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "eligibility_scores" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"year" integer NOT NULL,
	"as_of" text COLLATE "und-x-icu",
	"fiscal_transparency" integer,
	"access_to_information" integer,
	"asset_disclosure" integer,
	"citizen_engagement" integer,
	"total" integer,
	"maximum" integer,
	"percent" numeric,
	"eligible" boolean,
	"values_check" text COLLATE "und-x-icu",
	"basis" text COLLATE "und-x-icu" NOT NULL,
	"other_source_urls" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "eligibility_scores_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "eligibility_scores_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "eligibility_scores_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_scores_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "eligibility_scores_year_check" CHECK ("year" between 1900 and 2100),
	CONSTRAINT "eligibility_scores_as_of_check" CHECK ("as_of" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "eligibility_scores_fiscal_transparency_check" CHECK ("fiscal_transparency" between 0 and 4),
	CONSTRAINT "eligibility_scores_access_to_information_check" CHECK ("access_to_information" between 0 and 4),
	CONSTRAINT "eligibility_scores_asset_disclosure_check" CHECK ("asset_disclosure" between 0 and 4),
	CONSTRAINT "eligibility_scores_citizen_engagement_check" CHECK ("citizen_engagement" between 0 and 4),
	CONSTRAINT "eligibility_scores_total_check" CHECK ("total" between 0 and 16),
	CONSTRAINT "eligibility_scores_maximum_check" CHECK ("maximum" between 12 and 16),
	CONSTRAINT "eligibility_scores_percent_check" CHECK ("percent" between 0 and 100),
	CONSTRAINT "eligibility_scores_values_check_check" CHECK ("values_check" in ('failed', 'passed')),
	CONSTRAINT "eligibility_scores_basis_check" CHECK ("basis" in ('stated', 'derived-from-percent', 'derived-from-gap', 'status-only')),
	CONSTRAINT "eligibility_scores_other_source_urls_check" CHECK (cardinality("other_source_urls") > 0 and array_position("other_source_urls", null) is null),
	CONSTRAINT "eligibility_scores_note_check" CHECK ("note" <> ''),
	CONSTRAINT "eligibility_scores_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_scores_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "eligibility_tallies" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"as_of" text COLLATE "und-x-icu" NOT NULL,
	"measure" text COLLATE "und-x-icu" NOT NULL,
	"value" integer NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "eligibility_tallies_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "eligibility_tallies_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "eligibility_tallies_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_tallies_as_of_check" CHECK ("as_of" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "eligibility_tallies_measure_check" CHECK ("measure" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_tallies_value_check" CHECK ("value" between 0 and 2147483647),
	CONSTRAINT "eligibility_tallies_note_check" CHECK ("note" <> ''),
	CONSTRAINT "eligibility_tallies_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "eligibility_tallies_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "joining_steps" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"number" integer NOT NULL,
	"step_en" text COLLATE "und-x-icu" NOT NULL,
	"step_fr" text COLLATE "und-x-icu" NOT NULL,
	"addressee_fr" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "joining_steps_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "joining_steps_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "joining_steps_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "joining_steps_number_check" CHECK ("number" between 1 and 9),
	CONSTRAINT "joining_steps_step_en_check" CHECK ("step_en" <> ''),
	CONSTRAINT "joining_steps_step_fr_check" CHECK ("step_fr" <> ''),
	CONSTRAINT "joining_steps_addressee_fr_check" CHECK ("addressee_fr" <> ''),
	CONSTRAINT "joining_steps_note_check" CHECK ("note" <> ''),
	CONSTRAINT "joining_steps_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "joining_steps_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"kind" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"subdivision" text COLLATE "und-x-icu",
	"status" text COLLATE "und-x-icu" NOT NULL,
	"status_since" text COLLATE "und-x-icu",
	"status_source_id" text COLLATE "und-x-icu",
	"status_source_locator" text COLLATE "und-x-icu",
	"founding" boolean NOT NULL,
	"cohort" integer,
	"joined" text COLLATE "und-x-icu",
	"joined_basis" text COLLATE "und-x-icu",
	"member_since" text COLLATE "und-x-icu",
	"member_since_source_id" text COLLATE "und-x-icu",
	"in_brochure" boolean NOT NULL,
	"confidence" text COLLATE "und-x-icu",
	"as_of" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "members_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "members_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "members_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "members_kind_check" CHECK ("kind" in ('country', 'local')),
	CONSTRAINT "members_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "members_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "members_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "members_subdivision_check" CHECK ("subdivision" <> ''),
	CONSTRAINT "members_status_check" CHECK ("status" in ('active', 'inactive', 'withdrawn', 'pilot')),
	CONSTRAINT "members_status_since_check" CHECK ("status_since" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "members_status_source_id_check" CHECK ("status_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "members_status_source_locator_check" CHECK ("status_source_locator" <> ''),
	CONSTRAINT "members_cohort_check" CHECK ("cohort" between 1 and 4),
	CONSTRAINT "members_joined_check" CHECK ("joined" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "members_joined_basis_check" CHECK ("joined_basis" in ('founding', 'cohort', 'letter-of-intent', 'announcement', 'government-statement', 'member-page', 'pilot-selection')),
	CONSTRAINT "members_member_since_check" CHECK ("member_since" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "members_member_since_source_id_check" CHECK ("member_since_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "members_confidence_check" CHECK ("confidence" in ('disputed', 'medium', 'high')),
	CONSTRAINT "members_as_of_check" CHECK ("as_of" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "members_note_check" CHECK ("note" <> ''),
	CONSTRAINT "members_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "members_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "membership_counts" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"as_of" text COLLATE "und-x-icu" NOT NULL,
	"countries" integer NOT NULL,
	"qualifier" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "membership_counts_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "membership_counts_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "membership_counts_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "membership_counts_as_of_check" CHECK ("as_of" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "membership_counts_countries_check" CHECK ("countries" between 0 and 2147483647),
	CONSTRAINT "membership_counts_qualifier_check" CHECK ("qualifier" in ('exact', 'about', 'at_least', 'more_than', 'less_than', 'range', 'counted')),
	CONSTRAINT "membership_counts_note_check" CHECK ("note" <> ''),
	CONSTRAINT "membership_counts_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "membership_counts_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "membership_events" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"country" text COLLATE "und-x-icu" NOT NULL,
	"event" text COLLATE "und-x-icu" NOT NULL,
	"date" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "membership_events_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "membership_events_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "membership_events_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "membership_events_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "membership_events_event_check" CHECK ("event" in ('letter_of_intent', 'joined', 'response_policy_triggered', 'made_inactive', 'withdrawn')),
	CONSTRAINT "membership_events_date_check" CHECK ("date" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "membership_events_note_check" CHECK ("note" <> ''),
	CONSTRAINT "membership_events_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "membership_events_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "code_lists" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"field" text COLLATE "und-x-icu" NOT NULL,
	"code" text COLLATE "und-x-icu" NOT NULL,
	"rank" integer,
	"label_en" text COLLATE "und-x-icu" NOT NULL,
	"label_fr" text COLLATE "und-x-icu" NOT NULL,
	"meaning_en" text COLLATE "und-x-icu",
	"meaning_fr" text COLLATE "und-x-icu",
	"editions" text[],
	"source_labels" text[],
	"source_codes" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "code_lists_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "code_lists_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "code_lists_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "code_lists_field_check" CHECK ("field" <> ''),
	CONSTRAINT "code_lists_code_check" CHECK ("code" <> ''),
	CONSTRAINT "code_lists_rank_check" CHECK ("rank" between 0 and 2147483647),
	CONSTRAINT "code_lists_label_en_check" CHECK ("label_en" <> ''),
	CONSTRAINT "code_lists_label_fr_check" CHECK ("label_fr" <> ''),
	CONSTRAINT "code_lists_meaning_en_check" CHECK ("meaning_en" <> ''),
	CONSTRAINT "code_lists_meaning_fr_check" CHECK ("meaning_fr" <> ''),
	CONSTRAINT "code_lists_editions_check" CHECK (cardinality("editions") > 0 and array_position("editions", null) is null),
	CONSTRAINT "code_lists_source_labels_check" CHECK (cardinality("source_labels") > 0 and array_position("source_labels", null) is null),
	CONSTRAINT "code_lists_source_codes_check" CHECK (cardinality("source_codes") > 0 and array_position("source_codes", null) is null),
	CONSTRAINT "code_lists_note_check" CHECK ("note" <> ''),
	CONSTRAINT "code_lists_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "code_lists_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"iso3" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"name_fr_source_id" text COLLATE "und-x-icu",
	"region" text COLLATE "und-x-icu" NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "countries_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "countries_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "countries_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "countries_iso3_check" CHECK ("iso3" <> ''),
	CONSTRAINT "countries_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "countries_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "countries_name_fr_source_id_check" CHECK ("name_fr_source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "countries_region_check" CHECK ("region" in ('africa', 'americas', 'asia', 'europe', 'oceania')),
	CONSTRAINT "countries_note_check" CHECK ("note" <> ''),
	CONSTRAINT "countries_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "countries_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"date" text COLLATE "und-x-icu",
	"rank" integer NOT NULL,
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "editions_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "editions_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "editions_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "editions_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "editions_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "editions_date_check" CHECK ("date" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "editions_rank_check" CHECK ("rank" between 0 and 2147483647),
	CONSTRAINT "editions_note_check" CHECK ("note" <> ''),
	CONSTRAINT "editions_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "editions_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"title" text COLLATE "und-x-icu" NOT NULL,
	"publisher" text COLLATE "und-x-icu",
	"published" text COLLATE "und-x-icu",
	"language" text COLLATE "und-x-icu",
	"url" text COLLATE "und-x-icu",
	"license" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "sources_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "sources_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "sources_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "sources_title_check" CHECK ("title" <> ''),
	CONSTRAINT "sources_publisher_check" CHECK ("publisher" <> ''),
	CONSTRAINT "sources_published_check" CHECK ("published" ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'),
	CONSTRAINT "sources_language_check" CHECK ("language" <> ''),
	CONSTRAINT "sources_url_check" CHECK ("url" <> ''),
	CONSTRAINT "sources_license_check" CHECK ("license" <> ''),
	CONSTRAINT "sources_note_check" CHECK ("note" <> '')
);
--> statement-breakpoint
CREATE TABLE "theme_tags" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"theme" text COLLATE "und-x-icu" NOT NULL,
	"scheme" text COLLATE "und-x-icu" NOT NULL,
	"tag" text COLLATE "und-x-icu" NOT NULL,
	"column_name" text COLLATE "und-x-icu",
	"position" integer,
	"tag_group" text COLLATE "und-x-icu",
	"group_basis" text COLLATE "und-x-icu",
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "theme_tags_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "theme_tags_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "theme_tags_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "theme_tags_theme_check" CHECK ("theme" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "theme_tags_scheme_check" CHECK ("scheme" in ('tags-2013', 'explorer-2015', 'explorer-2016', 'policy-areas-2024', 'ogp-pages')),
	CONSTRAINT "theme_tags_tag_check" CHECK ("tag" <> ''),
	CONSTRAINT "theme_tags_column_name_check" CHECK ("column_name" <> ''),
	CONSTRAINT "theme_tags_position_check" CHECK ("position" between 0 and 2147483647),
	CONSTRAINT "theme_tags_tag_group_check" CHECK ("tag_group" <> ''),
	CONSTRAINT "theme_tags_group_basis_check" CHECK ("group_basis" <> ''),
	CONSTRAINT "theme_tags_note_check" CHECK ("note" <> ''),
	CONSTRAINT "theme_tags_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "theme_tags_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text COLLATE "und-x-icu" NOT NULL,
	"name_en" text COLLATE "und-x-icu" NOT NULL,
	"name_fr" text COLLATE "und-x-icu" NOT NULL,
	"parent" text COLLATE "und-x-icu",
	"schemes" text[],
	"note" text COLLATE "und-x-icu",
	"source_id" text COLLATE "und-x-icu" NOT NULL,
	"source_locator" text COLLATE "und-x-icu",
	"valid_from" integer NOT NULL,
	"valid_to" integer,
	CONSTRAINT "themes_id_valid_from_pk" PRIMARY KEY("id","valid_from"),
	CONSTRAINT "themes_span_check" CHECK (valid_to > valid_from),
	CONSTRAINT "themes_id_check" CHECK ("id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "themes_name_en_check" CHECK ("name_en" <> ''),
	CONSTRAINT "themes_name_fr_check" CHECK ("name_fr" <> ''),
	CONSTRAINT "themes_parent_check" CHECK ("parent" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "themes_schemes_check" CHECK (cardinality("schemes") > 0 and "schemes" <@ array['tags-2013', 'explorer-2015', 'explorer-2016', 'policy-areas-2024', 'ogp-pages']),
	CONSTRAINT "themes_note_check" CHECK ("note" <> ''),
	CONSTRAINT "themes_source_id_check" CHECK ("source_id" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'),
	CONSTRAINT "themes_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
ALTER TABLE "action_plans_ids" ADD CONSTRAINT "action_plans_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies_ids" ADD CONSTRAINT "bodies_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments_ids" ADD CONSTRAINT "commitments_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries_ids" ADD CONSTRAINT "countries_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions_ids" ADD CONSTRAINT "editions_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members_ids" ADD CONSTRAINT "members_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources_ids" ADD CONSTRAINT "sources_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes_ids" ADD CONSTRAINT "themes_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_groups_ids" ADD CONSTRAINT "working_groups_ids_since_releases_seq_fk" FOREIGN KEY ("since") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_rules" ADD CONSTRAINT "action_plan_rules_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_rules" ADD CONSTRAINT "action_plan_rules_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_rules" ADD CONSTRAINT "action_plan_rules_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD CONSTRAINT "action_plan_stages_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD CONSTRAINT "action_plan_stages_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plan_stages" ADD CONSTRAINT "action_plan_stages_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_theme_en_source_id_sources_ids_id_fk" FOREIGN KEY ("theme_en_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_ceremony_source_id_sources_ids_id_fk" FOREIGN KEY ("ceremony_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_editions" ADD CONSTRAINT "award_editions_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_rank_source_id_sources_ids_id_fk" FOREIGN KEY ("rank_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_supervised_by_bodies_ids_id_fk" FOREIGN KEY ("supervised_by") REFERENCES "public"."bodies_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD CONSTRAINT "civil_society_roles_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD CONSTRAINT "civil_society_roles_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "civil_society_roles" ADD CONSTRAINT "civil_society_roles_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country_mentions" ADD CONSTRAINT "country_mentions_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country_mentions" ADD CONSTRAINT "country_mentions_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country_mentions" ADD CONSTRAINT "country_mentions_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country_mentions" ADD CONSTRAINT "country_mentions_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_sources" ADD CONSTRAINT "funding_sources_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_sources" ADD CONSTRAINT "funding_sources_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_sources" ADD CONSTRAINT "funding_sources_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD CONSTRAINT "peer_exchanges_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD CONSTRAINT "peer_exchanges_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_exchanges" ADD CONSTRAINT "peer_exchanges_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_body_bodies_ids_id_fk" FOREIGN KEY ("body") REFERENCES "public"."bodies_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "principles" ADD CONSTRAINT "principles_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_policy" ADD CONSTRAINT "response_policy_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_policy" ADD CONSTRAINT "response_policy_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_policy" ADD CONSTRAINT "response_policy_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD CONSTRAINT "working_group_leads_working_group_working_groups_ids_id_fk" FOREIGN KEY ("working_group") REFERENCES "public"."working_groups_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD CONSTRAINT "working_group_leads_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD CONSTRAINT "working_group_leads_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD CONSTRAINT "working_group_leads_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_leads" ADD CONSTRAINT "working_group_leads_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_groups" ADD CONSTRAINT "working_groups_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_groups" ADD CONSTRAINT "working_groups_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_groups" ADD CONSTRAINT "working_groups_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_member_members_ids_id_fk" FOREIGN KEY ("member") REFERENCES "public"."members_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_plans" ADD CONSTRAINT "action_plans_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_member_members_ids_id_fk" FOREIGN KEY ("member") REFERENCES "public"."members_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_plan_action_plans_ids_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."action_plans_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_headline_source_id_sources_ids_id_fk" FOREIGN KEY ("headline_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD CONSTRAINT "featured_commitments_commitment_commitments_ids_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD CONSTRAINT "featured_commitments_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD CONSTRAINT "featured_commitments_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD CONSTRAINT "featured_commitments_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "featured_commitments" ADD CONSTRAINT "featured_commitments_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "irm_readings" ADD CONSTRAINT "irm_readings_commitment_commitments_ids_id_fk" FOREIGN KEY ("commitment") REFERENCES "public"."commitments_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "irm_readings" ADD CONSTRAINT "irm_readings_edition_editions_ids_id_fk" FOREIGN KEY ("edition") REFERENCES "public"."editions_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "irm_readings" ADD CONSTRAINT "irm_readings_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "irm_readings" ADD CONSTRAINT "irm_readings_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "irm_readings" ADD CONSTRAINT "irm_readings_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD CONSTRAINT "plan_summaries_plan_action_plans_ids_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."action_plans_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD CONSTRAINT "plan_summaries_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD CONSTRAINT "plan_summaries_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD CONSTRAINT "plan_summaries_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_summaries" ADD CONSTRAINT "plan_summaries_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_assessments" ADD CONSTRAINT "process_assessments_plan_action_plans_ids_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."action_plans_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_assessments" ADD CONSTRAINT "process_assessments_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_assessments" ADD CONSTRAINT "process_assessments_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_assessments" ADD CONSTRAINT "process_assessments_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_assessments" ADD CONSTRAINT "process_assessments_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_points_source_id_sources_ids_id_fk" FOREIGN KEY ("points_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_criteria" ADD CONSTRAINT "eligibility_criteria_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD CONSTRAINT "eligibility_scores_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD CONSTRAINT "eligibility_scores_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD CONSTRAINT "eligibility_scores_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_scores" ADD CONSTRAINT "eligibility_scores_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_tallies" ADD CONSTRAINT "eligibility_tallies_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_tallies" ADD CONSTRAINT "eligibility_tallies_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_tallies" ADD CONSTRAINT "eligibility_tallies_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joining_steps" ADD CONSTRAINT "joining_steps_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joining_steps" ADD CONSTRAINT "joining_steps_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joining_steps" ADD CONSTRAINT "joining_steps_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_status_source_id_sources_ids_id_fk" FOREIGN KEY ("status_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_member_since_source_id_sources_ids_id_fk" FOREIGN KEY ("member_since_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_counts" ADD CONSTRAINT "membership_counts_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_counts" ADD CONSTRAINT "membership_counts_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_counts" ADD CONSTRAINT "membership_counts_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_country_countries_ids_id_fk" FOREIGN KEY ("country") REFERENCES "public"."countries_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_events" ADD CONSTRAINT "membership_events_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_lists" ADD CONSTRAINT "code_lists_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_lists" ADD CONSTRAINT "code_lists_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_lists" ADD CONSTRAINT "code_lists_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_name_fr_source_id_sources_ids_id_fk" FOREIGN KEY ("name_fr_source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_tags" ADD CONSTRAINT "theme_tags_theme_themes_ids_id_fk" FOREIGN KEY ("theme") REFERENCES "public"."themes_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_tags" ADD CONSTRAINT "theme_tags_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_tags" ADD CONSTRAINT "theme_tags_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_tags" ADD CONSTRAINT "theme_tags_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_parent_themes_ids_id_fk" FOREIGN KEY ("parent") REFERENCES "public"."themes_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "action_plan_rules_open" ON "action_plan_rules" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "action_plan_stages_open" ON "action_plan_stages" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "award_editions_open" ON "award_editions" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "awards_open" ON "awards" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "bodies_open" ON "bodies" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "civil_society_roles_open" ON "civil_society_roles" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_open" ON "contacts" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "country_mentions_open" ON "country_mentions" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "figures_open" ON "figures" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "funding_sources_open" ON "funding_sources" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "peer_exchanges_open" ON "peer_exchanges" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_open" ON "people" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "principles_open" ON "principles" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "resources_open" ON "resources" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "response_policy_open" ON "response_policy" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "working_group_leads_open" ON "working_group_leads" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "working_groups_open" ON "working_groups" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "action_plans_open" ON "action_plans" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "commitments_open" ON "commitments" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "featured_commitments_open" ON "featured_commitments" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "irm_readings_open" ON "irm_readings" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_summaries_open" ON "plan_summaries" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "process_assessments_open" ON "process_assessments" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "eligibility_criteria_open" ON "eligibility_criteria" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "eligibility_scores_open" ON "eligibility_scores" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "eligibility_tallies_open" ON "eligibility_tallies" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "joining_steps_open" ON "joining_steps" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_open" ON "members" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "membership_counts_open" ON "membership_counts" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "membership_events_open" ON "membership_events" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "code_lists_open" ON "code_lists" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "countries_open" ON "countries" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "editions_open" ON "editions" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sources_open" ON "sources" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "theme_tags_open" ON "theme_tags" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE UNIQUE INDEX "themes_open" ON "themes" USING btree ("id") WHERE valid_to is null;
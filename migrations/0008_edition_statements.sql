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
	CONSTRAINT "edition_statements_source_locator_check" CHECK ("source_locator" <> '')
);
--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_edition_editions_ids_id_fk" FOREIGN KEY ("edition") REFERENCES "public"."editions_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_source_id_sources_ids_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_valid_from_releases_seq_fk" FOREIGN KEY ("valid_from") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_statements" ADD CONSTRAINT "edition_statements_valid_to_releases_seq_fk" FOREIGN KEY ("valid_to") REFERENCES "public"."releases"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "edition_statements_open" ON "edition_statements" USING btree ("id") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "edition_statements_from" ON "edition_statements" USING btree ("valid_from");--> statement-breakpoint
CALL guard_versions();

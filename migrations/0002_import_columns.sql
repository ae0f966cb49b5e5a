ALTER TABLE "commitments" ADD COLUMN "described_in" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "commitments" ADD COLUMN "title_key" text COLLATE "und-x-icu";--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_described_in_editions_ids_id_fk" FOREIGN KEY ("described_in") REFERENCES "public"."editions_ids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_described_in_check" CHECK ("described_in" ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_title_key_check" CHECK ("title_key" <> '');
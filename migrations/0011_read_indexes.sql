CREATE INDEX "commitments_ogp_id" ON "commitments" USING btree ("ogp_id","id");--> statement-breakpoint
CREATE INDEX "commitments_country" ON "commitments" USING btree ("country","id");--> statement-breakpoint
CREATE INDEX "commitments_title" ON "commitments" USING btree (left("title", 200),"id");--> statement-breakpoint
CREATE INDEX "irm_readings_commitment" ON "irm_readings" USING btree ("commitment","id");
-- before

-- after
create table logs (at timestamptz not null, line text) partition by range (at);
create table logs_2026 partition of logs for values from ('2026-01-01') to ('2027-01-01');
create index on logs (at);
-- changes
-- create table public.logs [substance]: only in the models
-- create index public.logs.logs_at_idx [substance]: only in the models
-- create table public.logs_2026 [substance]: only in the models
-- plan
CREATE TABLE "logs" (
	"at" timestamp with time zone NOT NULL,
	"line" text
) PARTITION BY RANGE (at);
CREATE TABLE "logs_2026" PARTITION OF logs FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
CREATE INDEX "logs_at_idx" ON "logs" USING btree ("at");
-- down
DROP TABLE "logs_2026";
DROP TABLE "logs";

-- before
select 1;
-- after
create publication p with (publish = 'insert', publish_via_partition_root = true);
comment on publication p is 'changes';
-- changes
-- create publication p [substance]: only in the models
-- create comment publication p [form]: only in the models
-- plan
CREATE PUBLICATION "p" WITH (publish = 'insert', publish_via_partition_root = true);
COMMENT ON PUBLICATION "p" IS 'changes';
-- down
DROP PUBLICATION "p";

-- before
create publication p with (publish = 'insert, update');
-- after
create publication p with (publish = 'insert, delete', publish_via_partition_root = true);
-- changes
-- alter publication p [substance]: publish: (insert, update) → (insert, delete); via root: no → yes
-- plan
ALTER PUBLICATION "p" SET (publish = 'insert, delete');
ALTER PUBLICATION "p" SET (publish_via_partition_root = true);
-- down
ALTER PUBLICATION "p" SET (publish = 'insert, update');
ALTER PUBLICATION "p" SET (publish_via_partition_root = false);

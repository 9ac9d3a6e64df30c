-- before
create publication p;
-- after
create publication p with (publish_generated_columns = stored);
-- changes
-- alter publication p [substance]: generated columns: none → stored
-- plan
ALTER PUBLICATION "p" SET (publish_generated_columns = stored);
-- down
ALTER PUBLICATION "p" SET (publish_generated_columns = none);

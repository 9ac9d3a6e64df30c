-- before
create table a (id int constraint a_key primary key, n int constraint n_u unique constraint n_check check (n > 0));
create table b (a int constraint b_a references a);
-- after
create table a (id int constraint a_key primary key, n int constraint n_u unique constraint n_check check (n > 0));
create table b (a int constraint b_a references a);
comment on constraint a_key on a is 'key';
comment on constraint n_u on a is 'unique';
comment on constraint n_check on a is 'check';
comment on constraint b_a on b is 'foreign key';
-- changes
-- create comment check public.a.n_check [form]: only in the models
-- create comment foreign key public.b.b_a [form]: only in the models
-- create comment primary key public.a.a_key [form]: only in the models
-- create comment unique public.a.n_u [form]: only in the models
-- plan
COMMENT ON CONSTRAINT "n_check" ON "a" IS 'check';
COMMENT ON CONSTRAINT "b_a" ON "b" IS 'foreign key';
COMMENT ON CONSTRAINT "a_key" ON "a" IS 'key';
COMMENT ON CONSTRAINT "n_u" ON "a" IS 'unique';
-- down
COMMENT ON CONSTRAINT "n_check" ON "a" IS NULL;
COMMENT ON CONSTRAINT "b_a" ON "b" IS NULL;
COMMENT ON CONSTRAINT "a_key" ON "a" IS NULL;
COMMENT ON CONSTRAINT "n_u" ON "a" IS NULL;

-- before
create table x (id int primary key, y_id int);
create table y (id int primary key, x_id int);
insert into x values (1, 1);
insert into y values (1, 1);
-- after
create table x (id int primary key, y_id int);
create table y (id int primary key, x_id int references x);
alter table x add foreign key (y_id) references y;
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "x" ADD CONSTRAINT "x_y_id_fkey" FOREIGN KEY ("y_id") REFERENCES "public"."y"("id") ON DELETE no action ON UPDATE no action NOT VALID;
ALTER TABLE "y" ADD CONSTRAINT "y_x_id_fkey" FOREIGN KEY ("x_id") REFERENCES "public"."x"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "x" VALIDATE CONSTRAINT "x_y_id_fkey";
ALTER TABLE "y" VALIDATE CONSTRAINT "y_x_id_fkey";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "x" DROP CONSTRAINT "x_y_id_fkey";
ALTER TABLE "y" DROP CONSTRAINT "y_x_id_fkey";

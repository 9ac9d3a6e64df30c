-- before

-- after
create recursive view countdown (n) as values (9) union all select n - 1 from countdown where n > 0;
-- changes
-- create view public.countdown [substance]: only in the models
-- plan
CREATE VIEW "countdown" AS WITH RECURSIVE countdown(n) AS (
         VALUES (9)
        UNION ALL
         SELECT (countdown_1.n - 1)
           FROM countdown countdown_1
          WHERE (countdown_1.n > 0)
        )
 SELECT n
   FROM countdown;
-- down
DROP VIEW "countdown";

-- before
create recursive view v (n) as values (1) union all select n + 1 from v where n < 3;
-- after
create recursive view v (n) as values (1) union all select n + 1 from v where n < 4;
-- changes
-- alter view public.v [substance]: definition: WITH RECURSIVE v(n) AS ( VALUES (1) UNION ALL SELECT (v_1.n + 1) FROM v v_1 WHERE (v_1.n < 3) ) SELECT n FROM v; → WITH RECURSIVE v(n) AS ( VALUES (1) UNION ALL SELECT (v_1.n + 1) FROM v v_1 WHERE (v_1.n < 4) ) SELECT n FROM v;
-- plan
DROP VIEW "v";
CREATE VIEW "v" AS WITH RECURSIVE v(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (v_1.n + 1)
           FROM v v_1
          WHERE (v_1.n < 4)
        )
 SELECT n
   FROM v;
-- down
DROP VIEW "v";
CREATE VIEW "v" AS WITH RECURSIVE v(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (v_1.n + 1)
           FROM v v_1
          WHERE (v_1.n < 3)
        )
 SELECT n
   FROM v;

-- before
select 1;
-- after
alter default privileges revoke execute on functions from public;
-- changes
-- create default privileges functions to PUBLIC [substance]: only in the models
-- plan
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- down
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

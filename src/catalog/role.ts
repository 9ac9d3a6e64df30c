// Roles belong to the whole cluster. Passwords and settings are nobody's business here.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { listOf, plain, type Alter, type Kind } from './kind.ts';

/** Attributes that are yes or no: the word for yes, and what CREATE ROLE takes for granted. */
const WORDS: Readonly<Record<string, readonly [word: string, usual: boolean]>> = {
  login: ['LOGIN', false],
  inherit: ['INHERIT', true],
  createdb: ['CREATEDB', false],
  createrole: ['CREATEROLE', false],
  replication: ['REPLICATION', false],
  bypassrls: ['BYPASSRLS', false],
};

export const roleKind: Kind = {
  name: 'role',
  rows: "pg_roles where rolname !~ '^pg_' and rolname <> session_user and not rolsuper",
  query: () => `
    select null as schema, null as "table", r.rolname as name,
      json_build_object('login', r.rolcanlogin, 'inherit', r.rolinherit, 'createdb', r.rolcreatedb,
        'createrole', r.rolcreaterole, 'replication', r.rolreplication, 'bypassrls', r.rolbypassrls,
        'connectionLimit', r.rolconnlimit, 'memberOf', m.roles) as attributes,
      null as parent, false as part, 'pg_authid'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from pg_roles r
    left join (select a.member, json_agg(distinct g.rolname order by g.rolname) as roles
      from pg_auth_members a join pg_roles g on g.oid = a.roleid group by a.member) m on m.member = r.oid
    where r.rolname !~ '^pg_' and r.rolname <> session_user and not r.rolsuper`,
  create: (object) => {
    const { connectionLimit } = object.attributes;
    const words = Object.entries(WORDS).flatMap(([name, [word, usual]]) => {
      const on = object.attributes[name] === true;
      return on === usual ? [] : [on ? word : `NO${word}`];
    });
    const limit = connectionLimit === -1 ? [] : [limitClause(object)];
    const clauses = [...words, ...limit].map((word) => ` ${word}`).join('');
    return [
      `CREATE ROLE ${quoteIdentifier(object.name)}${clauses};`,
      ...listOf(object, 'memberOf').map((role) => membership('GRANT', role, object)),
    ];
  },
  drop: ({ name }) => [`DROP ROLE ${quoteIdentifier(name)};`],
  alter: {
    ...Object.fromEntries(Object.keys(WORDS).map((name) => [name, setWord(name)])),
    connectionLimit: (_before, after) => [
      `ALTER ROLE ${quoteIdentifier(after.name)} ${limitClause(after)};`,
    ],
    memberOf: (before, after) => {
      const [old, wanted] = [listOf(before, 'memberOf'), listOf(after, 'memberOf')];
      return [
        ...old
          .filter((role) => !wanted.includes(role))
          .map((role) => membership('REVOKE', role, after)),
        ...wanted
          .filter((role) => !old.includes(role))
          .map((role) => membership('GRANT', role, after)),
      ];
    },
  },
  traits: {},
};

function setWord(name: string): Alter {
  return (_before, after) => [
    `ALTER ROLE ${quoteIdentifier(after.name)} ${after.attributes[name] === true ? '' : 'NO'}${WORDS[name]?.[0] ?? ''};`,
  ];
}

function limitClause(object: SchemaObject): string {
  return `CONNECTION LIMIT ${plain(object.attributes['connectionLimit'])}`;
}

function membership(verb: 'GRANT' | 'REVOKE', role: string, { name }: SchemaObject): string {
  const to = verb === 'GRANT' ? 'TO' : 'FROM';
  return `${verb} ${quoteIdentifier(role)} ${to} ${quoteIdentifier(name)};`;
}

// Foreign-data wrappers, their servers, and who logs in there as whom.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { alterOptions, optionsClause, optionsQuery, optionsReason } from './foreign-options.ts';
import { optionalText, textOf, type Kind } from './kind.ts';

export const foreignDataWrapperKind: Kind = {
  name: 'foreign data wrapper',
  rows: 'pg_foreign_data_wrapper',
  query: () => `
    select null as schema, null as "table", w.fdwname as name,
      json_build_object(
        'handler', case when w.fdwhandler <> 0 then w.fdwhandler::regproc::text end,
        'validator', case when w.fdwvalidator <> 0 then w.fdwvalidator::regproc::text end,
        'options', ${optionsQuery('w.fdwoptions')}
      ) as attributes,
      null as parent, false as part,
      'pg_foreign_data_wrapper'::regclass::oid as classid, w.oid as objid, 0 as objsubid
    from pg_foreign_data_wrapper w
    where not exists (select from ext where classid = 'pg_foreign_data_wrapper'::regclass and objid = w.oid)`,
  create: (object) => [
    `CREATE ${wrapper(object)}${call(object, 'handler', '')}${call(object, 'validator', '')}${optionsClause(object)};`,
  ],
  drop: (object) => [`DROP ${wrapper(object)};`],
  reference: wrapper,
  rename: (before, after) => [`ALTER ${wrapper(before)} RENAME TO ${quoteIdentifier(after.name)};`],
  alter: {
    handler: (_before, after) => [
      `ALTER ${wrapper(after)}${call(after, 'handler', ' NO HANDLER')};`,
    ],
    validator: (_before, after) => [
      `ALTER ${wrapper(after)}${call(after, 'validator', ' NO VALIDATOR')};`,
    ],
    options: alterOptions((object) => `ALTER ${wrapper(object)}`),
  },
  traits: { reasons: { options: optionsReason } },
};

function wrapper({ name }: SchemaObject): string {
  return `FOREIGN DATA WRAPPER ${quoteIdentifier(name)}`;
}

function call(object: SchemaObject, role: 'handler' | 'validator', none: string): string {
  const name = optionalText(object, role);
  return name === null ? none : ` ${role.toUpperCase()} ${name}`;
}

export const foreignServerKind: Kind = {
  name: 'foreign server',
  rows: 'pg_foreign_server',
  query: () => `
    select null as schema, null as "table", s.srvname as name,
      json_build_object('wrapper', w.fdwname, 'type', s.srvtype, 'version', s.srvversion,
        'options', ${optionsQuery('s.srvoptions')}) as attributes,
      null as parent, false as part,
      'pg_foreign_server'::regclass::oid as classid, s.oid as objid, 0 as objsubid
    from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw
    where not exists (select from ext where classid = 'pg_foreign_server'::regclass and objid = s.oid)`,
  create: (object) => [
    [
      `CREATE ${server(object)}`,
      optionalText(object, 'type') === null ? '' : ` TYPE ${quoteLiteral(textOf(object, 'type'))}`,
      optionalText(object, 'version') === null
        ? ''
        : ` VERSION ${quoteLiteral(textOf(object, 'version'))}`,
      ` FOREIGN DATA WRAPPER ${quoteIdentifier(textOf(object, 'wrapper'))}${optionsClause(object)};`,
    ].join(''),
  ],
  drop: (object) => [`DROP ${server(object)};`],
  reference: server,
  rename: (before, after) => [`ALTER ${server(before)} RENAME TO ${quoteIdentifier(after.name)};`],
  alter: {
    version: (_before, after) => {
      const version = optionalText(after, 'version');
      return [
        `ALTER ${server(after)} VERSION ${version === null ? 'NULL' : quoteLiteral(version)};`,
      ];
    },
    options: alterOptions((object) => `ALTER ${server(object)}`),
  },
  traits: { reasons: { options: optionsReason } },
};

function server({ name }: SchemaObject): string {
  return `SERVER ${quoteIdentifier(name)}`;
}

export const userMappingKind: Kind = {
  name: 'user mapping',
  // The view, because the table is for superusers only.
  rows: 'pg_foreign_server',
  query: () => `
    select null as schema, null as "table", m.srvname as name,
      json_build_object('user', case when m.umuser <> 0 then m.usename end,
        'options', ${optionsQuery('m.umoptions')}) as attributes,
      null as parent, false as part,
      'pg_user_mapping'::regclass::oid as classid, m.umid as objid, 0 as objsubid
    from pg_user_mappings m
    where not exists (select from ext where classid = 'pg_foreign_server'::regclass and objid = m.srvid)`,
  identity: ({ name, attributes }) => {
    const { user } = attributes;
    return [name, typeof user === 'string' ? user : 'public'];
  },
  create: (object) => [`CREATE ${mapping(object)}${optionsClause(object)};`],
  drop: (object) => [`DROP ${mapping(object)};`],
  alter: { options: alterOptions((object) => `ALTER ${mapping(object)}`) },
  traits: { reasons: { options: optionsReason } },
};

function mapping(object: SchemaObject): string {
  const user = optionalText(object, 'user');
  return `USER MAPPING FOR ${user === null ? 'PUBLIC' : quoteIdentifier(user)} SERVER ${quoteIdentifier(object.name)}`;
}

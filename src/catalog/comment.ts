// Comments on objects of any kind. Those that extensions bring are theirs.
import { ASSUMED_COMMENT } from '../database/assumptions.ts';
import { quoteLiteral } from '../schema/identity.ts';
import { attachedTo, fallsWith, isGone, referenceOf, type Reference } from './attached.ts';
import { textOf, type Kind } from './kind.ts';

/** What initdb says of schema public. */
const PUBLIC_COMMENT = 'standard public schema';

/** Needs to know how each kind is named. */
export function commentKind(reference: Reference): Kind {
  return {
    name: 'comment',
    attached: true,
    query: () => `
      select null as schema, null as "table", coalesce(a.attname, k.conname) as name,
        json_build_object('text', d.description) as attributes,
        case when d.objoid <> p.oid or p.oid is null
          then json_build_array(case when k.oid is null then d.classoid else 'pg_type'::regclass end::int8,
            coalesce(k.contypid, d.objoid)::int8, d.objsubid) end as parent,
        false as part,
        'pg_description'::regclass::oid as classid, row_number() over ()::oid as objid, 0 as objsubid
      from pg_description d
      left join pg_namespace p on p.nspname = 'public' and d.classoid = 'pg_namespace'::regclass
      left join pg_attribute a on d.objsubid > 0 and d.classoid = 'pg_class'::regclass
        and a.attrelid = d.objoid and a.attnum = d.objsubid
      left join pg_constraint k on d.classoid = 'pg_constraint'::regclass and k.oid = d.objoid and k.contypid <> 0
      where (d.objoid >= 16384 or d.objoid = p.oid)
        and d.description not in (${quoteLiteral(ASSUMED_COMMENT)}, ${quoteLiteral(PUBLIC_COMMENT)})
        and not exists (select from ext where ext.classid = d.classoid and ext.objid = d.objoid)
        and not exists (select from pg_extension x, pg_available_extensions v
          where d.classoid = 'pg_extension'::regclass and x.oid = d.objoid
            and v.name = x.extname and v.comment = d.description)`,
    identity: attachedTo,
    create: (object, schema) => [
      `COMMENT ON ${referenceOf(object, schema, reference)} IS ${quoteLiteral(textOf(object, 'text'))};`,
    ],
    drop: (object, transition) =>
      isGone(object, transition)
        ? []
        : [`COMMENT ON ${referenceOf(object, transition?.actual, reference)} IS NULL;`],
    alter: {
      text: (_before, after, { desired }) => [
        `COMMENT ON ${referenceOf(after, desired, reference)} IS ${quoteLiteral(textOf(after, 'text'))};`,
      ],
    },
    blocks: fallsWith,
    traits: { isForm: true },
  };
}

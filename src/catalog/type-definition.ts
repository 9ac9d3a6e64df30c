// How types of one's own are created and dropped, from their attributes alone.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { isRecord, listOf, optionalText, plain, recordOf, textOf } from './kind.ts';
import { qualifiedName } from './names.ts';
import { bare, shortDefault, shortType } from './types.ts';

/** A check of a domain. */
export interface DomainCheck {
  readonly name: string;
  readonly expression: string;
  readonly validated: boolean;
}

/** A member of a composite type. */
export interface TypeAttribute {
  readonly name: string;
  readonly type: string;
  readonly collation: string | null;
}

const DEFINITIONS: Readonly<Record<string, (type: SchemaObject) => string[]>> = {
  enum: (type) => [
    `CREATE TYPE ${typeName(type)} AS ENUM(${listOf(type, 'order').map(quoteLiteral).join(', ')});`,
  ],
  domain: createDomain,
  'composite type': (type) => [
    `CREATE TYPE ${typeName(type)} AS (${attributesInOrder(type).map(attributeClause).join(', ')});`,
  ],
  'range type': (type) => [`CREATE TYPE ${typeName(type)} AS RANGE (${rangeOptions(type)});`],
};

/** Whether a kind is one of these types. */
export function isType(kind: string): boolean {
  return DEFINITIONS[kind] !== undefined;
}

export function createType(type: SchemaObject): string[] {
  return DEFINITIONS[type.kind]?.(type) ?? [];
}

export function dropType(type: SchemaObject): string[] {
  return [`DROP ${type.kind === 'domain' ? 'DOMAIN' : 'TYPE'} ${typeName(type)};`];
}

export function renameType(before: SchemaObject, after: SchemaObject): string[] {
  const keyword = before.kind === 'domain' ? 'DOMAIN' : 'TYPE';
  return [`ALTER ${keyword} ${typeName(before)} RENAME TO ${quoteIdentifier(after.name)};`];
}

export function typeName({ schema, name }: SchemaObject): string {
  return qualifiedName(schema, name);
}

function createDomain(domain: SchemaObject): string[] {
  const type = textOf(domain, 'type');
  const collation = optionalText(domain, 'collation');
  const value = optionalText(domain, 'default');
  const checks = domainChecks(domain);
  return [
    [
      `CREATE DOMAIN ${typeName(domain)} AS ${shortType(type)}`,
      collation === null ? '' : ` COLLATE ${collation}`,
      value === null ? '' : ` DEFAULT ${shortDefault(value, type)}`,
      domain.attributes['notNull'] === true ? ' NOT NULL' : '',
      ...checks.filter(({ validated }) => validated).map((check) => ` ${checkClause(check)}`),
      ';',
    ].join(''),
    ...checks.filter(({ validated }) => !validated).map((check) => addDomainCheck(domain, check)),
  ];
}

export function domainChecks(domain: SchemaObject): DomainCheck[] {
  return records(domain.attributes['checks']).map((check) => ({
    name: plain(check['name']),
    expression: plain(check['expression']),
    validated: check['validated'] === true,
  }));
}

export function addDomainCheck(domain: SchemaObject, check: DomainCheck): string {
  const suffix = check.validated ? '' : ' NOT VALID';
  return `ALTER DOMAIN ${typeName(domain)} ADD ${checkClause(check)}${suffix};`;
}

function checkClause({ name, expression }: DomainCheck): string {
  return `CONSTRAINT ${quoteIdentifier(name)} CHECK (${bare(expression)})`;
}

/** The members as they stand in a row. */
export function attributesInOrder(type: SchemaObject): TypeAttribute[] {
  const members = recordOf(type, 'attributes') ?? {};
  return Object.entries(members).map(([name, member]) => {
    const { type: memberType, collation } = isRecord(member) ? member : {};
    return {
      name,
      type: typeof memberType === 'string' ? memberType : 'text',
      collation: typeof collation === 'string' ? collation : null,
    };
  });
}

export function attributeClause({ name, type, collation }: TypeAttribute): string {
  const suffix = collation === null ? '' : ` COLLATE ${collation}`;
  return `${quoteIdentifier(name)} ${shortType(type)}${suffix}`;
}

function rangeOptions(type: SchemaObject): string {
  const multirange = optionalText(type, 'multirange');
  const clauses = {
    SUBTYPE: textOf(type, 'subtype'),
    SUBTYPE_OPCLASS: optionalText(type, 'operatorClass'),
    COLLATION: optionalText(type, 'collation'),
    CANONICAL: optionalText(type, 'canonical'),
    SUBTYPE_DIFF: optionalText(type, 'subtypeDiff'),
    MULTIRANGE_TYPE_NAME: multirange === null ? null : qualifiedName(type.schema, multirange),
  };
  return Object.entries(clauses)
    .filter(([, value]) => value !== null)
    .map(([keyword, value]) => `${keyword} = ${value ?? ''}`)
    .join(', ');
}

function records(value: Json | undefined): Readonly<Record<string, Json>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

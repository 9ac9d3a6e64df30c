// A stand-in for PostGIS: its two types with their modifiers, GiST indexes over empty
// tables, and the functions that DDL names most. No geometry is computed.

/** In the order of their codes inside a type modifier. */
const SHAPES = [
  'Geometry',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
  'CircularString',
  'CompoundCurve',
  'CurvePolygon',
  'MultiCurve',
  'MultiSurface',
  'PolyhedralSurface',
  'TIN',
  'Triangle',
].flatMap((shape) => [shape, `${shape}Z`, `${shape}M`, `${shape}ZM`]);

/** Modifiers travel as one number, and Postgres prints it with this taken off. */
const HEADER = 4;
const SRIDS = 1_000_000;

/** In the order of btree's strategies. */
const COMPARISONS = [
  ['lt', '<'],
  ['le', '<='],
  ['eq', '='],
  ['ge', '>='],
  ['gt', '>'],
] as const;

const type = (name: string): string => `
  create type ${name};
  create function ${name}_in(cstring, oid, int4) returns ${name} language internal immutable strict as 'varcharin';
  create function ${name}_out(${name}) returns cstring language internal immutable strict as 'varcharout';
  create type ${name} (input = ${name}_in, output = ${name}_out, typmod_in = postgis_typmod_in,
    typmod_out = postgis_typmod_out, internallength = variable, alignment = double, storage = main);
  ${COMPARISONS.map(
    ([word, symbol]) => `
  create function ${name}_${word}(${name}, ${name}) returns boolean language internal immutable strict as 'bytea${word}';
  create operator ${symbol} (leftarg = ${name}, rightarg = ${name}, function = ${name}_${word});`,
  ).join('')}
  create function ${name}_cmp(${name}, ${name}) returns int4 language internal immutable strict as 'byteacmp';
  create operator class btree_${name}_ops default for type ${name} using btree as
    ${COMPARISONS.map(([, symbol], at) => `operator ${String(at + 1)} ${symbol}`).join(', ')}, function 1 ${name}_cmp(${name}, ${name});
  create operator class gist_${name}_ops default for type ${name} using gist as
    function 1 gist_box_consistent(internal, box, smallint, oid, internal),
    function 2 gist_box_union(internal, internal),
    function 5 gist_box_penalty(internal, internal, internal),
    function 6 gist_box_picksplit(internal, internal),
    function 7 gist_box_same(box, box, internal);`;

const FUNCTIONS: readonly (readonly [signature: string, result: string])[] = [
  ['st_makepoint(float8, float8)', 'geometry'],
  ['st_point(float8, float8)', 'geometry'],
  ['st_point(float8, float8, int)', 'geometry'],
  ['st_setsrid(geometry, int)', 'geometry'],
  ['st_transform(geometry, int)', 'geometry'],
  ['st_geomfromtext(text)', 'geometry'],
  ['st_geomfromtext(text, int)', 'geometry'],
  ['st_geomfromgeojson(text)', 'geometry'],
  ['st_geogfromtext(text)', 'geography'],
  ['st_x(geometry)', 'float8'],
  ['st_y(geometry)', 'float8'],
  ['st_distance(geometry, geometry)', 'float8'],
  ['st_distance(geography, geography)', 'float8'],
  ['st_dwithin(geometry, geometry, float8)', 'boolean'],
  ['st_dwithin(geography, geography, float8)', 'boolean'],
  ['st_contains(geometry, geometry)', 'boolean'],
  ['st_intersects(geometry, geometry)', 'boolean'],
  ['st_area(geometry)', 'float8'],
  ['st_isvalid(geometry)', 'boolean'],
  ['st_srid(geometry)', 'int'],
  ['st_astext(geometry)', 'text'],
  ['st_asgeojson(geometry)', 'text'],
];

/** The extension's script. */
export const POSTGIS_SQL = `
  create function postgis_typmod_in(cstring[]) returns int4 language sql immutable strict as $$
    select ${String(HEADER)} + coalesce($1[2]::text::int4, 0) + ${String(SRIDS)} * array_position(
      array[${SHAPES.map((shape) => `'${shape.toLowerCase()}'`).join(', ')}], lower($1[1]::text)) $$;
  create function postgis_typmod_out(int4) returns cstring language internal immutable strict as 'varchartypmodout';
  ${type('geometry')}
  ${type('geography')}
  create cast (geometry as geography) without function as implicit;
  create cast (geography as geometry) without function;
  ${FUNCTIONS.map(
    ([signature, result]) =>
      `create function ${signature} returns ${result} language sql immutable as 'select null::${result}';`,
  ).join('\n')}`;

/** Spells the stub's modifier as PostGIS does: `geometry(5004326)` → `geometry(Point,4326)`. */
export function spellGeometry(type: string): string {
  return type.replace(
    /\b(geometry|geography)\((\d{7,})\)/,
    (_all, name: string, digits: string) => {
      const modifier = Number(digits);
      const shape = SHAPES[Math.floor(modifier / SRIDS) - 1] ?? 'Geometry';
      const srid = modifier % SRIDS;
      return srid === 0 ? `${name}(${shape})` : `${name}(${shape},${String(srid)})`;
    },
  );
}

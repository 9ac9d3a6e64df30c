import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  introspect
} from "./part-YWHAFTIB.js";
import {
  eachProject
} from "./part-27ZFK3GM.js";
import "./part-SJZNH6LM.js";
import "./part-G272ITKT.js";
import "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import "./part-KH2B3PAS.js";
import {
  identityOf,
  manyLines
} from "./part-QBBLIP5F.js";

// src/commands/tables.ts
async function runTables(invocation) {
  const { surroundings, progress } = invocation;
  await eachProject(invocation, async ({ project, migrations, target }) => {
    const schema = await asOfNow(target.database, [migrations.bookkeeping]);
    progress.done();
    surroundings.out(manyLines(`${project.id} on ${target.label}
${describe(schema)}`));
  });
  return 0;
}
function asOfNow(database, exclude) {
  return database.scratch(async () => {
    await database.exec("set transaction isolation level repeatable read");
    return introspect(database, { exclude });
  });
}
function describe(schema) {
  const objects = [...schema.objects.values()];
  const tables = objects.filter(({ kind }) => kind === "table");
  if (tables.length === 0) return "  (no tables)\n";
  return tables.map((table) => `
  ${identityOf(table.id)}
${columns(table, objects)}`).join("");
}
function columns(table, objects) {
  const own = objects.filter(
    (object) => object.kind === "column" && object.schema === table.schema && object.table === table.name
  );
  const width = Math.max(0, ...own.map(({ name }) => name.length));
  return own.map((column) => `    ${column.name.padEnd(width)}  ${words(column)}
`).join("");
}
function words({ attributes }) {
  const { type, notNull, default: fallback } = attributes;
  return [
    typeof type === "string" ? type : "?",
    notNull === true ? "not null" : "",
    typeof fallback === "string" ? `default ${fallback}` : ""
  ].filter((word) => word !== "").join(" ");
}
export {
  runTables
};

import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/formats/names.ts
var formatLabels = {
  text: "text",
  json: "JSON",
  markdown: "Markdown",
  sarif: "SARIF",
  rdjson: "rdjson",
  rdjsonl: "rdjsonl",
  gitlab: "GitLab code quality",
  junit: "JUnit",
  github: "workflow commands",
  patch: "patch"
};
var formatNames = Object.keys(formatLabels);
function isFormatName(text) {
  return Object.hasOwn(formatLabels, text);
}
function reportFileOf(text) {
  const [, format = "", path = ""] = /^([^=]*)=(.+)$/su.exec(text) ?? [];
  if (path.trim() === "") return "must be FORMAT=FILE, such as sarif=plumbline.sarif";
  if (!isFormatName(format)) return `no such format: it is one of ${formatNames.join(", ")}`;
  return { format, path: path.trim() };
}

export {
  formatLabels,
  formatNames,
  isFormatName,
  reportFileOf
};

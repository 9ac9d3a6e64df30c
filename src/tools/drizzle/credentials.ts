// Hides a configuration's connection settings from its evaluation: they decide nothing about the
// schema, and they are what most often needs an environment that isn't there.
import { ts } from 'ts-morph';
import type { Revision } from '../../revision/revision.ts';

/** A revision in which the value of `dbCredentials` of one file is null, on as many lines as before. */
export function withoutCredentials(revision: Revision, file: string): Revision {
  return {
    label: revision.label,
    commit: revision.commit,
    list: () => revision.list(),
    isFile: (path) => revision.isFile(path),
    isDirectory: (path) => revision.isDirectory(path),
    read: (path) => (path === file ? hide(file, revision.read(path)) : revision.read(path)),
  };
}

function hide(file: string, text: string): string {
  if (!text.includes('dbCredentials')) return text;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
  const spans: { start: number; end: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'dbCredentials') {
      spans.push({ start: node.initializer.getStart(source), end: node.initializer.end });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let result = text;
  for (const { start, end } of spans.reverse()) {
    const lines = result.slice(start, end).split('\n').length - 1;
    result = `${result.slice(0, start)}null${'\n'.repeat(lines)}${result.slice(end)}`;
  }
  return result;
}

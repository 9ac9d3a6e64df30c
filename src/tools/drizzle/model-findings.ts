// What is told of model files beside what they declare: those that aren't there, and exports without a
// value.
import type { Finding } from '../../report/report.ts';
import type { Revision } from '../../revision/revision.ts';
import type { Project } from '../tool.ts';
import type { Unreadable } from './declarations.ts';
import { modelFiles } from './model-files.ts';

const MANY = 5;

/** No model file at all. */
export function noModels(project: Project): Finding {
  const looked =
    project.models.length === 0 ? 'no models are configured' : project.models.join(', ');
  return missing(
    project,
    'error',
    `No model file was found (${looked}). Name them in plumbline.yml: ` +
      `projects: [{ id: ${inYaml(project.id)}, root: ${project.root === '' ? '.' : project.root}, models: src/schema.ts }]`,
  );
}

/** A word that YAML would not take as it is, quoted: `@scope/name`. */
function inYaml(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Paths beside others that lead to no file. A pattern may well match nothing; a file that is named should be there. */
export function missingModels(revision: Revision, project: Project): Finding[] {
  const empty = project.models.filter((path) => modelFiles(revision, [path]).length === 0);
  return empty.map((path) =>
    /[*?[{(]/.test(path)
      ? missing(
          project,
          'warning',
          `No model file matches ${path}: what it stands for is not compared.`,
        )
      : missing(
          project,
          'error',
          `The model file ${path} does not exist, or git ignores it: what it declares is not compared. ` +
            'Commit it, or take it out of the configuration.',
        ),
  );
}

function missing(project: Project, severity: 'error' | 'warning', message: string): Finding {
  const file = project.configFile;
  const line = file === null ? null : 1;
  return { rule: 'models-missing', severity, hazard: 'configuration', message, file, line };
}

/** Exports that have no value, and whose text doesn't tell that they are no models. */
export function exportsNotRead(items: readonly Unreadable[]): Finding[] {
  const [first] = items;
  if (first === undefined) return [];
  const names = items.map(({ exported }) => exported?.name ?? '');
  const more = names.length > MANY ? ` and ${names.length - MANY} more` : '';
  const place = first.exported?.declaredAt ?? first.place;
  return [
    {
      rule: 'export-not-read',
      severity: 'note',
      hazard: 'unreadable',
      message:
        `${names.slice(0, MANY).join(', ')}${more}: taken for no part of the schema, for nothing in its text ` +
        `declares a table, and its value can't be decided from the repository (${first.reason})`,
      file: place?.file ?? null,
      line: place?.line ?? null,
    },
  ];
}

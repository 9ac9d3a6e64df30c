// Renames that nobody decided, in the Markdown report: both ways, ready-made.
import type { MarkdownContext } from './markdown-context.ts';
import { clip, code, fenced, prose } from './markdown-escape.ts';
import type { Block } from './markdown-fit.ts';
import { link } from './markdown-table.ts';
import type { ProjectReport, RenameReport, RenameVariant } from './report.ts';
import { openRenames } from './status.ts';
import { count, likelihood, sentence, withStop } from './words.ts';

const NAME_LENGTH = 200;
const PROBLEM_LENGTH = 500;
const SQL_LENGTH = 5_000;

// Above what changed, below what mends it.
const WORTH = { whole: 55, short: 84, number: 94 } as const;

export function renameBlocks(project: ProjectReport, context: MarkdownContext): readonly Block[] {
  const open = openRenames(project);
  if (open.length === 0) return [];
  const title = '**Renamed, or dropped and added?** There is no migration before this is decided.';
  const questions = open.map((rename) => questionOf(rename, context));
  const whole = open.map((rename, index) => [questions[index], ...waysOf(rename)].join('\n\n'));
  return [
    {
      name: 'undecided renames',
      forms: [
        { text: [title, ...whole].join('\n\n'), worth: WORTH.whole },
        {
          text: [title, questions.map((text) => `- ${text}`).join('\n')].join('\n\n'),
          worth: WORTH.short,
        },
        { text: `${title} (${count(open.length, 'rename')})`, worth: WORTH.number },
      ],
    },
  ];
}

function questionOf(rename: RenameReport, context: MarkdownContext): string {
  const { kind, from, to, confidence, model } = rename;
  const where = model === null ? '' : ` ${link(model.file, model.line, context)}`;
  const names = `${code(clip(from, NAME_LENGTH))} → ${code(clip(to, NAME_LENGTH))}`;
  return `${prose(clip(sentence(kind), NAME_LENGTH))} ${names}: ${likelihood(confidence)} renamed.${where}`;
}

function waysOf({ rename, dropAndAdd }: RenameReport): string[] {
  return [
    way('If it was renamed', rename),
    way('If it is dropped and the other is new', dropAndAdd),
  ];
}

function way(title: string, variant: RenameVariant): string {
  const { statements, problem, tag, config, option } = variant;
  const sql = clip(statements.map((text) => text.trim()).join('\n\n'), SQL_LENGTH);
  const entry = code(clip(config, NAME_LENGTH));
  const command = code(clip(`npx plumbline makemigrations ${option}`, NAME_LENGTH));
  const body = [
    ...(sql === '' ? [] : [fenced(sql, 'sql')]),
    ...(problem === null ? [] : [prose(clip(withStop(sentence(problem)), PROBLEM_LENGTH))]),
    'Say so on the model:',
    // What is copied from a code span would have an invisible character in it.
    fenced(clip(tag, NAME_LENGTH), 'ts'),
    `or with ${entry} under ${code('renames')} in plumbline.yml, or run ${command}.`,
  ];
  return `<details open><summary>${title}</summary>\n\n${body.join('\n\n')}\n\n</details>`;
}

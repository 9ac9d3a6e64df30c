// The formats of other programs: what they look like, and that each is valid by its published schema.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { diagnosticSchema, rdformatSchema } from '@umbrelladocs/rdformat-validator';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { FormatContext } from '../../src/formats/format.ts';
import { renderAs } from '../../src/formats/index.ts';
import { formatNames, reportFileOf, type FormatName } from '../../src/formats/names.ts';
import { annotationsOf } from '../../src/formats/workflow-commands.ts';
import type { Report } from '../../src/report/report.ts';
import { cases } from './cases.ts';
import { everything } from './everything.ts';
import { expectGolden } from './golden.ts';
import { makeFinding, makeProject, makeReport } from './reports.ts';

const context: FormatContext = {
  ...{ repositoryUrl: null, commit: null, runUrl: null, head: null, base: null },
  prefix: 'mono repo/',
  pageOf: () => null,
  fromHere: '../',
  projects: [],
  tellsSilenced: true,
  text: { color: false, verbose: false },
};
const render = (format: FormatName, report: Report, more = {}): Promise<string> =>
  renderAs(format, report, { ...context, ...more });

const reports: [string, Report][] = [
  ...Object.entries(cases),
  ['everything', everything],
  ['nothing', makeReport({ projects: [] })],
];

const parse = (text: string): object => JSON.parse(text) as object;
const file = (name: string): string =>
  readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');

/** Draft 4 differs from draft 7 by its name and by `id` only, in what this schema uses. */
function sarifSchema(): object {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema, id, ...schema } = parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  expect([$schema, id]).toEqual([
    expect.stringContaining('draft-04'),
    expect.stringContaining('sarif'),
  ]);
  return schema;
}

const ajv = new Ajv({
  ...{ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false },
});
const validators = {
  sarif: ajv.compile(sarifSchema()),
  rdjson: ajv.compile(rdformatSchema),
  rdjsonl: ajv.compile(diagnosticSchema),
  gitlab: new Ajv2020().compile(parse(file('gitlab-code-quality.schema.json'))),
};

function expectValid(name: keyof typeof validators, value: unknown): void {
  const validate = validators[name];
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

function resultsIn(text: string): readonly Result[] {
  const log = parse(text) as Log;
  return log.runs[0]?.results ?? [];
}

describe.each(reports)('%s', (_name, report) => {
  it('is SARIF that code scanning takes', async () => {
    const log = parse(await render('sarif', report)) as Log;
    expectValid('sarif', log);
    for (const { locations, ruleIndex } of log.runs[0]?.results ?? []) {
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '/';
      expect(uri).toMatch(/^(?![/.])[\w./%!~*'()-]+$/u);
      expect(ruleIndex).toBeGreaterThanOrEqual(0);
    }
  });

  it('is what reviewdog and GitLab read', async () => {
    expectValid('rdjson', parse(await render('rdjson', report)));
    const lines = (await render('rdjsonl', report)).split('\n').filter((line) => line !== '');
    for (const line of lines) expectValid('rdjsonl', parse(line));
    const issues = parse(await render('gitlab', report)) as { fingerprint: string }[];
    expectValid('gitlab', issues);
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(issues.length);
  });

  it('is JUnit to Jenkins', async () => {
    using xsd = XmlDocument.fromString(file('jenkins-junit.xsd'));
    using validator = XsdValidator.fromDoc(xsd);
    using document = XmlDocument.fromString(await render('junit', report));
    expect(() => {
      validator.validate(document);
    }).not.toThrow();
    const failed = document.find('//failure | //error').length;
    expect(failed > 0).toBe(report.status !== 'ok');
  });
});

describe('everything', () => {
  const extensions: Partial<Record<FormatName, string>> = {
    ...{ sarif: 'sarif', rdjson: 'json', gitlab: 'json', junit: 'xml', github: 'txt' },
    patch: 'patch',
  };

  it.each(Object.entries(extensions))('as %s', async (name, extension) => {
    const text = await render(name as FormatName, everything);
    // The pages of rules have tests of their own.
    expectGolden(
      `formats/${name}.${extension}`,
      text.replaceAll(/"markdown": ".*"/gu, '"markdown": "…"'),
    );
  });

  it.each(formatNames)('as %s holds no control character and ends its last line', async (name) => {
    const text = await render(name, everything);
    if (name !== 'json') expect(text).not.toMatch(/(?![\n\t\u200B])[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('fingerprints', () => {
  const shifted = parse(
    JSON.stringify(everything, (key, value: unknown) =>
      key === 'line' && typeof value === 'number' ? value + 7 : value,
    ),
  ) as Report;

  it('stay when lines move', async () => {
    const prints = async (report: Report): Promise<unknown> =>
      resultsIn(await render('sarif', report)).map((result) => result.partialFingerprints);
    expect(await prints(shifted)).toEqual(await prints(everything));
    const issues = async (report: Report): Promise<unknown> =>
      (parse(await render('gitlab', report)) as { fingerprint: string }[]).map(
        ({ fingerprint }) => fingerprint,
      );
    expect(await issues(shifted)).toEqual(await issues(everything));
    expect(await render('gitlab', shifted)).not.toBe(await render('gitlab', everything));
  });

  it('tell apart what code scanning would take for one alert', async () => {
    const results = resultsIn(await render('sarif', everything));
    const alerts = results.map(({ ruleId, locations, partialFingerprints, suppressions }) => {
      const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
      const hash = partialFingerprints?.['primaryLocationLineHash'] ?? region?.startLine;
      return JSON.stringify([ruleId, artifactLocation?.uri, hash, suppressions]);
    });
    expect(new Set(alerts).size).toBe(alerts.length);
    const dropped = results.filter(({ message }) => (message.text ?? '').includes('drop table'));
    expect(dropped).toHaveLength(2);
  });
});

describe('SARIF', () => {
  it('leaves out what is silenced where that would be taken for open', async () => {
    const silenced = (text: string): readonly Result[] =>
      resultsIn(text).filter(({ suppressions }) => suppressions !== undefined);
    const text = await render('sarif', everything);
    expect(silenced(text)).toMatchObject([
      { ruleId: 'drop-column', suppressions: [{ kind: 'inSource' }] },
    ]);
    const without = await render('sarif', everything, { tellsSilenced: false });
    expect(silenced(without)).toEqual([]);
    expect(without).not.toContain('drop-column');
  });

  it('tells what is at one line in one result, and not all of very much', async () => {
    const findings = Array.from({ length: 30 }, (_, number) =>
      makeFinding({ message: `Number ${String(number)}.` }),
    );
    const report = makeReport({ projects: [makeProject({ findings })] });
    const [result, ...others] = resultsIn(await render('sarif', report));
    expect(others).toEqual([]);
    expect(result?.message.text).toMatch(/^Number 0\.[\s\S]*Number 19\.\n\n… and 10 more$/u);
  });

  it('has a category for each directory and choice of projects', async () => {
    const category = async (more: object): Promise<string | undefined> =>
      (parse(await render('sarif', everything, more)) as Log).runs[0]?.automationDetails?.id;
    expect(await category({ prefix: '' })).toBe('plumbline/');
    expect(await category({})).toBe('plumbline/mono%20repo/');
    expect(await category({ prefix: '', projects: ['db/a', 'b'] })).toBe('plumbline/db-a/b/');
  });

  it('keeps the worst of more than code scanning does, and says so', async () => {
    const findings = Array.from({ length: 5_002 }, (_, line) =>
      makeFinding({ line: line + 1, message: `Number ${String(line)}` }),
    );
    findings.push(makeFinding({ rule: 'drop-table', severity: 'error', hazard: 'data-loss' }));
    const report = makeReport({ projects: [makeProject({ findings })] });
    const [run] = (parse(await render('sarif', report)) as Log).runs;
    expect(run?.results).toHaveLength(5_000);
    expect(run?.results?.[0]?.ruleId).toBe('drop-table');
    const [notification] = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notification?.message.text).toContain('3 more results of no greater weight');
  });
});

describe('JUnit', () => {
  it('passes nothing that was not looked at', async () => {
    const text = await render('junit', cases['failing-migration']);
    expect(text).toContain('<skipped>not compared, for there are errors</skipped>');
    expect(text).toContain('message="1 of 3 migrations ran"');
    expect(text).not.toMatch(/name="(?:migrations run|models match migrations)"[^>]*\/>/u);
  });
});

describe('workflow commands', () => {
  it('are those of the report alone', async () => {
    const lines = (await render('github', everything)).split('\n');
    const end = lines.findIndex((line) => /^::[0-9a-f]{64}::$/u.test(line));
    expect(lines[0]).toBe(`::stop-commands::${lines[end]?.slice(2, -2) ?? ''}`);
    const rest = lines.slice(end + 1, -1);
    expect(rest.length).toBeGreaterThan(5);
    for (const line of rest) expect(line).toMatch(/^::(?:error|warning|notice) title=[^:]*::/u);
  });

  it('keep what the runner would take for a sign of its own', () => {
    const finding = makeFinding({ file: 'a,b%2C:c\nd.sql', message: '100%0A::error::x\ny' });
    const report = makeReport({ findings: [finding] });
    expect(annotationsOf(report, { prefix: '', failing: true })[0]).toMatch(
      /,file=a%2Cb%252C%3Ac%0Ad\.sql,.*::100%250A::error::x%0Ay/u,
    );
  });

  it('are no more of a kind than GitHub shows, and no errors where nothing fails', () => {
    const findings = Array.from({ length: 30 }, (_, line) =>
      makeFinding({ line: line + 1, severity: line % 2 === 0 ? 'error' : 'note' }),
    );
    const report = makeReport({ projects: [makeProject({ findings })] });
    const kinds = (failing: boolean): string[] =>
      annotationsOf(report, { prefix: '', failing }).map((line) => line.split(' ', 1)[0] ?? '');
    const nine = (kind: string): string[] => Array.from({ length: 9 }, () => kind);
    expect(kinds(true)).toEqual([...nine('::error'), ...nine('::notice')]);
    expect(kinds(false)).toEqual([...nine('::warning'), ...nine('::notice')]);
    const [last] = annotationsOf(report, { prefix: '', failing: true }).slice(8);
    expect(last).toMatch(/%0A%0AAnd 6 more errors, which GitHub has no room for: the report/u);
  });
});

describe('FORMAT=FILE', () => {
  it('is read up to its first equals sign', () => {
    expect(reportFileOf('junit=out/a=b.xml')).toEqual({ format: 'junit', path: 'out/a=b.xml' });
  });

  it.each(['sarif', 'sarif=', '=a', 'serif=a', 'constructor=a'])('%s is none', (text) => {
    expect(reportFileOf(text)).toMatch(/^(?:must be FORMAT=FILE|no such format)/u);
  });
});

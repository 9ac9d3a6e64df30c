// The built action on a real project and a real repository, from outside of this one: nothing of
// node_modules is in its reach. Only GitHub itself is a stand-in.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAction, type ActionResult, type ActionRun } from './action.ts';
import { dispatchEvent, mergeGroupEvent, pullRequestEvent, pushEvent } from './events.ts';
import { gitIn, makeOrigin, type Origin } from './repository.ts';
import { openPullRequest, serve } from './served.ts';
import { addPullRequest, READ_TOKEN, startStandIn, WRITE_TOKEN, type StandIn } from './stand-in.ts';
import type { PullRequest } from './stand-in-state.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const example = filesIn(path('examples/drizzle'));
const schema = example['src/db/schema.ts'] ?? '';
const withoutCountry = schema.replace(/^.*country.*\n/m, '');
const journal = JSON.parse(example['drizzle/meta/_journal.json'] ?? '') as { entries: object[] };
const fix = {
  'drizzle/0001_country.sql': `ALTER TABLE "address" ADD COLUMN "country" varchar(2) DEFAULT 'NL' NOT NULL;\n`,
  'drizzle/meta/_journal.json': JSON.stringify({
    ...journal,
    entries: [
      ...journal.entries,
      { idx: 1, version: '7', when: 1_900_000_000_000, tag: '0001_country', breakpoints: true },
    ],
  }),
};

let directory: string;
let origin: Origin;
let standIn: StandIn;
let pullRequest: PullRequest;
let base: string;
let drifted: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-dist-'));
  cpSync(path('build/dist'), join(directory, 'dist'), { recursive: true });
  standIn = await startStandIn();
  origin = makeOrigin();
  base = origin.commit('base', { ...example, 'src/db/schema.ts': withoutCountry });
  origin.checkout('change', { create: true });
  drifted = origin.commit('drift', { 'src/db/schema.ts': schema });
  pullRequest = addPullRequest(standIn, 5, drifted);
  origin.trialMerge(5, base);
});
afterAll(async () => {
  origin.remove();
  rmSync(directory, { recursive: true, force: true });
  await standIn.close();
});

function run(
  workspace: string,
  event: ActionRun['event'],
  token = WRITE_TOKEN,
): Promise<ActionResult> {
  return runAction({
    entry: join(directory, 'dist/main.js'),
    workspace,
    event,
    inputs: { 'github-token': token, 'report-path': join(directory, 'report.json') },
    env: { GITHUB_API_URL: standIn.url, GITHUB_REF: 'refs/heads/change' },
  });
}

describe('the built action', () => {
  it('fails a pull request that lacks a migration, also when it may not comment', async () => {
    const workspace = origin.clone('refs/pull/5/merge', 2);
    const event = pullRequestEvent({ head: drifted, base, fork: true });
    const result = await run(workspace, event, READ_TOKEN);
    expect(result.outputs).toMatchObject({ status: 'drift', 'changes-count': '1' });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain('`public.address.country`');
    expectDocumented(join(directory, 'report.json'));
    expect(pullRequest.comments).toEqual([]);
  });

  it('comments on it, and turns the comment when it is fixed', async () => {
    const before = await run(
      origin.clone('refs/pull/5/merge', 2),
      pullRequestEvent({ head: drifted, base }),
    );
    expect(before.exitCode).toBe(1);
    const [comment] = pullRequest.comments;
    expect(comment?.body).toContain('### ❌ 1 model change has no migration');
    expect(comment?.body).toMatch(/src\/db\/schema\.ts#L\d+\)/);
    expect(comment?.body).toMatch(/```sql\n[^`]*"country"/);
    expect(before.outputs['migration-file']).toMatch(/^drizzle\/0001_\w+\.sql$/);
    expect(before.commands.find((command) => command.startsWith('error '))).toMatch(
      /^error title=[^,]+,file=src\/db\/schema\.ts,line=\d+::/,
    );

    pullRequest.headSha = origin.commit('fix', fix);
    origin.trialMerge(5, base);
    const after = await run(
      origin.clone('refs/pull/5/merge', 2),
      pullRequestEvent({ head: pullRequest.headSha, base }),
    );
    expect(after.outputs).toMatchObject({ status: 'ok', drift: 'false', 'changes-count': '0' });
    expect(after.exitCode).toBe(0);
    expect(pullRequest.comments).toHaveLength(1);
    expect(comment?.body).toContain('### ✅ Models and migrations match');
    expect(comment?.body).toContain('`column public.address.country`');
    expect(after.outputs['comment-id']).toBe(before.outputs['comment-id']);
    expect(standIn.problems).toEqual([]);
  });

  it("checks a fork's pull request with nothing checked out, and leaves nothing", async () => {
    origin.checkout(base);
    origin.commit('fork', { 'src/db/schema.ts': schema, 'plumbline.yml': 'fail-on: none\n' });
    const head = openPullRequest(origin, base);
    pullRequest.headSha = head;
    pullRequest.comments.length = 0;
    const empty = mkdtempSync(join(directory, 'workspace-'));
    const temporary = mkdtempSync(join(directory, 'temporary-'));
    const { payload } = pullRequestEvent({ head, base, fork: true });
    const result = await runAction({
      entry: join(directory, 'dist/main.js'),
      workspace: empty,
      event: { name: 'pull_request_target', payload },
      inputs: { 'github-token': WRITE_TOKEN },
      env: {
        GITHUB_API_URL: standIn.url,
        GITHUB_SERVER_URL: serve(origin),
        RUNNER_TEMP: temporary,
      },
    });
    expect(result.outputs).toMatchObject({ status: 'drift', 'changes-count': '1' });
    expect(result.exitCode).toBe(1);
    expect(result.commands.join('\n')).toMatch(/file=src\/db\/schema\.ts,line=\d+::/);
    const [comment] = pullRequest.comments;
    expect(comment?.body).toContain('### ❌ 1 model change has no migration');
    expect(comment?.body).toContain('this pull request changes `plumbline.yml`');
    expect(comment?.body).toMatch(/src\/db\/schema\.ts#L\d+\)/);
    expect(readdirSync(empty)).toEqual([]);
    expect(readdirSync(temporary)).toEqual(['plumbline-report.json']);
    expect(standIn.problems).toEqual([]);
  });

  it.each([
    ['merge_group', () => mergeGroupEvent({ head: drifted, base })],
    ['push', () => pushEvent({ before: base, after: drifted })],
    ['workflow_dispatch', () => dispatchEvent()],
  ])('checks on %s, and fetches a base that the clone lacks', async (_name, event) => {
    const workspace = origin.clone(drifted, 1);
    const requests = standIn.requests.length;
    const result = await run(workspace, event());
    expect(result.outputs).toMatchObject({ status: 'drift', 'changes-count': '1' });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(new RegExp(`against .*${base.slice(0, 7)}`));
    expect(standIn.requests).toHaveLength(requests);
  });

  it('says what to do about a base that can’t be fetched', async () => {
    const workspace = origin.clone('refs/pull/5/merge', 1);
    gitIn(workspace, ['remote', 'remove', 'origin']);
    const event = pushEvent({ before: base, after: drifted });
    const result = await run(workspace, event);
    expect(result.exitCode).toBe(1);
    expect(result.outputs['status']).toBe('error');
    expect(result.commands.at(-1)).toContain('fetch-depth: 2');
  });
});

function expectDocumented(file: string): void {
  const read = (name: string): object => JSON.parse(readFileSync(name, 'utf8')) as object;
  const validate = new Ajv2020({ strict: true }).compile(read(path('schemas/report.schema.json')));
  validate(read(file));
  expect(validate.errors).toBeNull();
}

function filesIn(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(root, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

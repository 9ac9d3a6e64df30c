import { describe, expect, it } from 'vitest';
import { failOnOf, failuresOf, type FailOn } from '../../src/report/gate.ts';
import { cases } from './cases.ts';
import {
  makeDrift,
  makeDriftedProject,
  makeFinding,
  makeProject,
  makeReport,
  makeUnknown,
  makeModels,
} from './reports.ts';

const unsafe = makeFinding({ severity: 'error', hazard: 'data-loss', rule: 'drop-column' });
const inherited = makeProject({ drift: [makeDrift({ introduced: false })] });
const reports = {
  inSync: makeReport(),
  drifted: makeReport({ projects: [makeDriftedProject()] }),
  unsafe: makeReport({ projects: [makeProject({ findings: [unsafe] })] }),
  both: makeReport({ projects: [makeDriftedProject({ findings: [unsafe] })] }),
  unread: makeReport({
    projects: [makeProject({ models: { ...makeModels(), unknowns: [makeUnknown()] } })],
  }),
  inherited: makeReport({ projects: [inherited] }),
  ofForm: makeReport({
    projects: [makeProject({ drift: [makeDrift({ introduced: false, weight: 'form' })] })],
  }),
  warned: makeReport({ findings: [makeFinding()] }),
  unanswered: cases['failing-migration'],
};

describe('what fails a check', () => {
  it.each<[keyof typeof reports, readonly FailOn[], readonly (string | RegExp)[]]>([
    ['inSync', ['drift', 'unsafe', 'inherited', 'warning'], []],
    ['drifted', ['drift'], ['1 model change has no migration']],
    ['drifted', ['unsafe'], []],
    ['unsafe', ['unsafe'], ['1 step of the new migrations is unsafe']],
    ['unsafe', ['drift'], []],
    ['both', ['drift'], ['1 model change has no migration']],
    ['both', ['unsafe'], ['1 step of the new migrations is unsafe']],
    ['both', ['drift', 'unsafe'], [/no migration/, /unsafe/]],
    ['unread', ['drift'], [/can't be read/]],
    ['inherited', ['drift', 'unsafe', 'warning'], []],
    ['inherited', ['inherited'], ['1 change of base lacks a migration']],
    ['ofForm', ['inherited'], []],
    ['warned', ['drift', 'unsafe'], []],
    ['warned', ['warning'], ['1 warning']],
    ['both', ['none'], []],
    ['unanswered', ['none'], ['there is no answer']],
  ])('%s on %j', (name, failOn, expected) => {
    const reasons = failuresOf(reports[name], failOn);
    expect(reasons).toHaveLength(expected.length);
    for (const [index, one] of expected.entries()) expect(reasons[index]).toMatch(one);
  });
});

describe('the list of what fails it', () => {
  it.each<[string, readonly FailOn[] | RegExp]>([
    ['drift', ['drift']],
    ['drift, unsafe\nwarning,', ['drift', 'unsafe', 'warning']],
    ['none', ['none']],
    ['unsaef, drift, x', /^unsaef, x is none of drift, inherited, unsafe, warning, none$/],
    ['none, drift', /stands alone/],
    [' , ', /say one or more/],
  ])('%j', (text, expected) => {
    if (expected instanceof RegExp) expect(failOnOf(text)).toMatch(expected);
    else expect(failOnOf(text)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { countEndToEnd, countUnit } from './counts.ts';

describe('the counts of unit tests', () => {
  it('sum over files, and leave out what was skipped', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      ],
    };
    expect(countUnit(report)).toEqual({ passed: 2, failed: 1 });
  });

  it('take a file that could not be loaded for one failure', () => {
    expect(countUnit({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

describe('the counts of end-to-end tests', () => {
  const test = (projectName: string, status: string) => ({ tests: [{ projectName, status }] });

  it('are kept apart by host, however deep the tests are nested', () => {
    const report = {
      errors: [],
      suites: [
        {
          specs: [test('browser', 'expected')],
          suites: [{ specs: [test('electron', 'unexpected'), test('electron', 'expected')] }],
        },
      ],
    };
    expect([...countEndToEnd(report)]).toEqual([
      ['browser', { passed: 1, failed: 0 }],
      ['electron', { passed: 1, failed: 1 }],
    ]);
  });

  it('show a host whose tests were all skipped as one where nothing passed', () => {
    const report = { errors: [], suites: [{ specs: [test('electron', 'skipped')] }] };
    expect(countEndToEnd(report).get('electron')).toEqual({ passed: 0, failed: 0 });
  });

  it('hold errors outside any test', () => {
    expect(countEndToEnd({ errors: [{ message: 'broken' }], suites: [] }).get('')).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

import { fileURLToPath } from 'node:url';
import type { StrykerOptions } from '@stryker-mutator/api/core';
import { type CompleteDryRunResult, DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetDryRun } from './dry-run-record.ts';
import { InProcessTestRunner } from './in-process-test-runner.ts';

const FIXTURE = fileURLToPath(new URL('./fixture/', import.meta.url));
const runnerOf = (file: string) =>
  new InProcessTestRunner({ inProcess: { testFiles: [FIXTURE + file] } } as unknown as StrykerOptions);
const DRY = { coverageAnalysis: 'perTest', disableBail: false, timeout: 0 } as const;
const start = { line: 0, column: 0 };

/** What the runner makes of a mutant of the fixture, asked of all its tests or of some. */
const ask = (
  runner: InProcessTestRunner,
  id: string,
  testFilter = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'],
  hitLimit?: number,
) =>
  runner.mutantRun({
    ...{ disableBail: false, timeout: 0, testFilter, sandboxFileName: 'step.ts', mutantActivation: 'runtime' },
    ...(hitLimit !== undefined && { hitLimit }),
    reloadEnvironment: false,
    activeMutant: { id, fileName: 'step.ts', mutatorName: '', replacement: '', location: { start, end: start } },
  });

describe('the test runner that keeps all tests in one process', { timeout: 60_000 }, () => {
  const runner = runnerOf('step.test.ts');
  let dry: CompleteDryRunResult;

  beforeAll(async () => {
    dry = (await runner.dryRun(DRY)) as CompleteDryRunResult;
  }, 60_000);

  afterAll(async () => {
    await runner.dispose();
    forgetDryRun();
  });

  it('runs every test once without a mutant and names it', () => {
    expect(dry.tests.map(({ id, name, status }) => [id, name, status])).toEqual([
      ['1.1', 'step > of %i is %i (1)', TestStatus.Success],
      ['1.2', 'step > of %i is %i (2)', TestStatus.Success],
      ['1.3', 'step > stays at ten', TestStatus.Success],
      ['1.4', 'step > is as the file says', TestStatus.Success],
      ['1.5', 'step > has a limit', TestStatus.Success],
      ['1.6', 'step > settles', TestStatus.Success],
    ]);
  });

  it('knows which mutants each test reaches, and which only loading does', () => {
    expect(Object.keys(dry.mutantCoverage?.perTest['1.1'] ?? {})).toEqual(['1', '3', '4', '5', '6']);
    expect(Object.keys(dry.mutantCoverage?.perTest['1.3'] ?? {})).toEqual(['2', '3', '4', '5']);
    expect(dry.mutantCoverage?.static).toEqual({ 7: 1 });
  });

  it('tells a killed mutant and the test that killed it', async () => {
    expect(await ask(runner, '1', ['1.2'])).toEqual({
      ...{ status: MutantRunStatus.Killed, killedBy: ['1.2'], nrOfTests: 1 },
      failureMessage: 'expected 7 to be 9 // Object.is equality',
    });
  });

  it('kills by a file that says something else', async () => {
    expect(await ask(runner, '1', ['1.4'])).toMatchObject({ status: MutantRunStatus.Killed, killedBy: ['1.4'] });
  });

  it('lets a mutant survive only when all tests passed', async () => {
    expect(await ask(runner, '2')).toEqual({ status: MutantRunStatus.Survived, nrOfTests: 6 });
  });

  it('ends what hangs and goes on', async () => {
    expect(await ask(runner, '3')).toMatchObject({ status: MutantRunStatus.Timeout });
    expect(await ask(runner, '1')).toMatchObject({ status: MutantRunStatus.Killed });
  });

  it('ends what waits for ever', async () => {
    expect(await ask(runner, '9')).toMatchObject({ status: MutantRunStatus.Timeout });
  });

  it('ends what runs more often than it may, in the same process', async () => {
    expect(await ask(runner, '4', ['1.1'], 50)).toMatchObject({ status: MutantRunStatus.Timeout });
    expect(await ask(runner, '2')).toMatchObject({ status: MutantRunStatus.Survived });
  });

  it('counts a process that died as noticed and goes on', async () => {
    expect(await ask(runner, '5')).toMatchObject({ status: MutantRunStatus.Timeout });
    expect(await ask(runner, '2')).toMatchObject({ status: MutantRunStatus.Survived });
  });

  it('does not let what one mutant left behind kill the next', async () => {
    expect(await ask(runner, '6')).toMatchObject({ status: MutantRunStatus.Killed });
    expect(await ask(runner, '2')).toMatchObject({ status: MutantRunStatus.Survived });
  });

  it('asks a fresh process about a mutant that does not run because its result is remembered', async () => {
    expect(await ask(runner, '8', ['1.5'])).toMatchObject({ status: MutantRunStatus.Killed, killedBy: ['1.5'] });
  });
});

describe('a dry run', { timeout: 60_000 }, () => {
  it('reports tests that fail without a mutant, and expectations it could not hold them to', async () => {
    const runner = runnerOf('failing.test.ts');
    const dry = await runner.dryRun(DRY);
    await runner.dispose();
    forgetDryRun();
    expect(dry.status === DryRunStatus.Complete && dry.tests.map(({ status }) => status)).toEqual([
      TestStatus.Failed,
      TestStatus.Failed,
      TestStatus.Failed,
    ]);
  });

  it('fails where a file cannot be collected', async () => {
    const runner = runnerOf('unreadable.test.ts');
    await expect(runner.dryRun(DRY)).rejects.toThrow('it.skip is not a function');
    await runner.dispose();
  });
});

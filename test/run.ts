/**
 * The whole test command: format and lint, types, unit and property tests, both databases, architecture, contract and
 * the journey in Chromium. Prints every step and ends with the counts; exits 1 if anything failed.
 *
 * `pnpm test` runs all; `pnpm test engine api` only the steps so named; `--nightly` raises the doses.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test', 'results');
const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);

interface Step {
  readonly name: string;
  readonly folder: string;
  readonly command: readonly string[];
  /** A Vitest step reports its own counts; any other is one test. */
  readonly isVitest?: boolean;
}

const vitest = (name: string): Step => ({
  name,
  folder: name,
  command: [
    process.execPath,
    join(ROOT, name, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(RESULTS, `${name}.json`)}`,
  ],
  isVitest: true,
});

const STEPS: readonly Step[] = [
  { name: 'lint', folder: '.', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  ...['engine', 'engine/mutation', 'api', 'designer', 'test'].map((name) => ({
    name: `types-${name.replace('/', '-')}`,
    folder: name,
    command: [bin('tsc'), '-p', '.'],
  })),
  vitest('engine'),
  vitest('api'),
  vitest('designer'),
  { name: 'build', folder: '.', command: [process.execPath, 'api/start.ts', '--build-only'] },
  vitest('test'),
];

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
let passed = 0;
let failed = 0;
for (const step of STEPS) {
  if (names.length > 0 && !names.includes(step.name)) continue;
  const startedAt = performance.now();
  console.log(`\n=== ${step.name}`);
  const [file = '', ...args] = step.command;
  const { status } = spawnSync(file, args, {
    cwd: join(ROOT, step.folder),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(words.includes('--nightly') && { ALUR_NIGHTLY: '1' }) },
  });
  const counts = step.isVitest
    ? vitestCounts(step.name)
    : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  // A runner that dies, or runs nothing, has failed, whatever it counted.
  const isBroken = status !== 0 && counts.failed === 0;
  passed += counts.passed;
  failed += counts.failed + (isBroken || counts.passed + counts.failed === 0 ? 1 : 0);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`=== ${step.name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function vitestCounts(name: string): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(join(RESULTS, `${name}.json`), 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

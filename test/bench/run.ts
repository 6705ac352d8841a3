/**
 * Runs benchmarks: `pnpm bench` all of them, `pnpm bench intake` only those so named. Each is a script of this folder
 * that checks correctness first, then measures Alur and its peer in turns, and ends with one line of JSON.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SUPPORT = /^(run|.+\.bench-support)\.ts$/;
const available = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !SUPPORT.test(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !available.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. There are: ${available.join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const name of named.length > 0 ? named : available) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...flags], {
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);

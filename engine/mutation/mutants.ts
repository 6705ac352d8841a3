/**
 * `pnpm mutants`: `stryker run` with the same arguments. A part named with `--mutate` replaces what the configuration
 * says, so what is never to be mutated is said again here.
 */
import { readFileSync } from 'node:fs';
import { StrykerCli } from '@stryker-mutator/core';

const CONFIG = new URL('../stryker.config.json', import.meta.url);
const { mutate } = JSON.parse(readFileSync(CONFIG, 'utf8')) as { mutate: readonly string[] };
const never = mutate.filter((pattern) => pattern.startsWith('!'));

const args = process.argv.slice(2);
const at = args.findIndex((arg) => arg === '--mutate' || arg === '-m') + 1;
if (at > 0) args[at] = [args[at], ...never].join(',');
new StrykerCli([...process.argv.slice(0, 2), 'run', ...args]).run();

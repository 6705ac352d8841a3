/**
 * `pnpm start`: builds what changed since the last start, then runs Alur in this process.
 * `--build-only` stops after the build.
 */
import { join, resolve } from 'node:path';
import { buildIfChanged } from './build.ts';
import { loadConfig } from './src/config/config.ts';

const root = resolve(import.meta.dirname, '..');
const isBuildOnly = process.argv.includes('--build-only');

try {
  // Bad settings are told at once, before a build that would be for nothing.
  if (!isBuildOnly) loadConfig(process.env, root);
  await buildIfChanged(root);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

if (!isBuildOnly) {
  const { run } = (await import(join(root, 'api', 'dist', 'server.js'))) as { run(root: string): Promise<void> };
  await run(root);
}

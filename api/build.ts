import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Package {
  readonly name: string;
  /** Files and folders, from the repository, whose content decides whether a build is up to date. */
  readonly sources: readonly string[];
  /** Vite's configuration files, one build each, in order. */
  readonly configs: readonly string[];
}

const PACKAGES: readonly Package[] = [
  {
    name: 'designer',
    sources: [
      'designer/src',
      'designer/public',
      'designer/index.html',
      'designer/vite.config.ts',
      'designer/package.json',
      'engine/src',
      'pnpm-lock.yaml',
    ],
    configs: ['vite.config.ts'],
  },
  {
    name: 'api',
    sources: [
      'api/src',
      'api/graphiql',
      'api/vite.config.ts',
      'api/graphiql.vite.config.ts',
      'api/package.json',
      'engine/src',
      'pnpm-lock.yaml',
    ],
    configs: ['vite.config.ts', 'graphiql.vite.config.ts'],
  },
];

/**
 * Builds the designer and the server into their `dist`, unless their sources are those of the last build.
 * @throws Error with the builder's output
 */
export async function buildIfChanged(root: string): Promise<void> {
  tellIfDependenciesAreStale(root);
  const changed = PACKAGES.flatMap((each) => {
    const hash = hashOf(root, each.sources);
    const stamp = join(root, each.name, 'dist', '.build-hash');
    return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash ? [] : [{ ...each, hash, stamp }];
  });
  if (changed.length === 0) return;
  console.log(`Building ${changed.map(({ name }) => name).join(' and ')}…`);
  const startedAt = performance.now();
  await Promise.all(
    changed.map(async ({ name, configs, hash, stamp }) => {
      for (const config of configs) await build(join(root, name), config);
      writeFileSync(stamp, hash);
    }),
  );
  console.log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function build(folder: string, config: string): Promise<void> {
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? done() : reject(new Error(`The build failed in ${folder}:\n${output}`)),
    );
  });
}

/** A hash of the files' paths and contents; tests don't count. */
function hashOf(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesBelow(join(root, source)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(test|test-support)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** pnpm runs scripts on old dependencies when an automatic install fails; it is said here, where it shows. */
function tellIfDependenciesAreStale(root: string): void {
  const installed = join(root, 'node_modules', '.pnpm', 'lock.yaml');
  if (!existsSync(installed)) throw new Error('The dependencies are not installed. Run: npx -y pnpm@12 install');
  if (!readFileSync(installed).equals(readFileSync(join(root, 'pnpm-lock.yaml'))))
    console.log(
      'The installed dependencies are not those of pnpm-lock.yaml. If something fails, run: npx -y pnpm@12 install',
    );
}

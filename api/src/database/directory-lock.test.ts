import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DirectoryInUse, lockDirectory } from './directory-lock.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'alur-lock-'));
  path = join(directory, 'alur.lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const left = (owner: object) => writeFileSync(path, JSON.stringify({ host: hostname(), bornAt: null, ...owner }));

it('gives the directory to one at a time', async () => {
  const release = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(DirectoryInUse);
  await release();
  expect(readdirSync(directory)).toEqual([]);
  await lockDirectory(directory)();
});

it('refuses while another process lives, and leaves its lock as it is', () => {
  left({ pid: process.ppid });
  const before = readFileSync(path, 'utf8');
  expect(() => lockDirectory(directory)).toThrow(new RegExp(`process ${process.ppid}`));
  expect(readFileSync(path, 'utf8')).toBe(before);
});

it('refuses where the owner is on another host, who can not be asked', () => {
  left({ pid: 1, host: 'elsewhere' });
  expect(() => lockDirectory(directory)).toThrow(DirectoryInUse);
});

it.each([
  ['of a process that is no more', { pid: 2 ** 22 + 1 }],
  ['of a process before this one with the same id, as in a restarted container', { pid: process.pid, bornAt: '1' }],
])('takes over a lock %s', async (_whose, owner) => {
  left(owner);
  await lockDirectory(directory)();
});

it.skipIf(process.platform !== 'linux')('takes over a lock whose process id another program has now', async () => {
  left({ pid: process.ppid, bornAt: '1' });
  await lockDirectory(directory)();
});

it('takes over a lock that a crash cut short', async () => {
  writeFileSync(path, '{"pid":');
  await lockDirectory(directory)();
});

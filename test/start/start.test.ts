import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/source-files.ts';
import { type AlurProcess, freePort, startAlur } from '../running/alur-process.ts';
import { ask, askOrThrow } from '../running/graphql-client.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly tookMs: number;
}

/** Starts Alur where it is expected to refuse, and waits for its end. */
async function startExpectingRefusal(env: Record<string, string>): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['api/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(await freePort()), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, output, tookMs: performance.now() - startedAt };
}

const emptyDirectory = () => mkdtempSync(join(tmpdir(), 'alur-empty-'));

describe('starting', () => {
  let alur: AlurProcess;

  beforeAll(async () => {
    alur = await startAlur();
  });
  afterAll(() => alur.dispose());

  it('tells where to go and how to sign in, and warns of nothing a newcomer would worry about', () => {
    expect(alur.output()).toContain(alur.url);
    expect(alur.output()).toMatch(/manager@/);
    expect(alur.output()).not.toMatch(/warn(ing)?:|deprecat|experimental/i);
  });

  it('refuses a second process on the same data directory, which writes nothing', async () => {
    const before = readdirSync(alur.dataDirectory).sort();
    const second = await startExpectingRefusal({ ALUR_DATA_DIR: alur.dataDirectory });
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/in use/);
    expect(readdirSync(alur.dataDirectory).sort()).toEqual(before);
  });

  it('keeps its data over a restart', async () => {
    const token = alur.operatorToken();
    const created = await askOrThrow<{ createTicket: { ticket: { number: number } } }>(
      alur.url,
      'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { number } userErrors { message } } }',
      { input: { subject: 'Kept over a restart', externalId: 'restart-1' } },
      token,
    );
    expect(await alur.stop()).toBe(0);
    await alur.restart();
    const answer = await ask<{ ticketByNumber: { subject: string } | null }>(
      alur.url,
      'query ($number: Int!) { ticketByNumber(number: $number) { subject } }',
      { number: created.createTicket.ticket.number },
      token,
    );
    expect(answer.data?.ticketByNumber?.subject).toBe('Kept over a restart');
  });
});

describe('a configuration that can not work', () => {
  it('stops on an unreachable DATABASE_URL with a clear message, and never falls back', async () => {
    const directory = emptyDirectory();
    const ended = await startExpectingRefusal({
      DATABASE_URL: 'postgres://alur:not-a-real-secret@127.0.0.1:1/alur',
      ALUR_DATA_DIR: directory,
    });
    expect(ended.code).toBe(1);
    expect(ended.output).toMatch(/PostgreSQL at 127\.0\.0\.1:1/);
    expect(ended.output).not.toContain('not-a-real-secret');
    expect(readdirSync(directory)).not.toContain('pglite');
  });

  it('stops on a DATABASE_URL that is no URL', async () => {
    const ended = await startExpectingRefusal({ DATABASE_URL: 'nonsense', ALUR_DATA_DIR: emptyDirectory() });
    expect(ended.code).toBe(1);
    expect(ended.output).toMatch(/DATABASE_URL/);
  });

  it('names a bad PORT', async () => {
    const ended = await startExpectingRefusal({ PORT: 'eighty', ALUR_DATA_DIR: emptyDirectory() });
    expect(ended.code).toBe(1);
    expect(ended.output).toMatch(/PORT/);
  });
});

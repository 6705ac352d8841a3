import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isIncidentLog } from './recognise-log.ts';

const directory = mkdtempSync(join(tmpdir(), 'alur-log-'));

function file(name: string, content: string | Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describe('isIncidentLog', () => {
  const row = JSON.stringify({ number: 'INC1', opened_at: '2016-02-29T09:08:00', caller_id: 'Caller 1', events: [] });

  it('knows a log by the keys of its first row, packed or not', async () => {
    expect(await isIncidentLog(file('log.ndjson', `${row}\n`), 'ndjson')).toBe(true);
    expect(await isIncidentLog(file('log.ndjson.gz', gzipSync(`${row}\n`)), 'ndjson')).toBe(true);
  });

  it('knows a log by the header of its CSV', async () => {
    expect(await isIncidentLog(file('log.csv', 'number,"opened_at",caller_id\n'), 'csv')).toBe(true);
  });

  it('takes other files, broken ones and empty ones for none', async () => {
    expect(await isIncidentLog(file('other.csv', 'subject,opened_at\n'), 'csv')).toBe(false);
    expect(await isIncidentLog(file('broken.ndjson', '{"number"'), 'ndjson')).toBe(false);
    expect(await isIncidentLog(file('empty.ndjson', ''), 'ndjson')).toBe(false);
  });
});

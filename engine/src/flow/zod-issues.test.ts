import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { zodIssues } from './zod-issues.ts';

const schema = z.strictObject({
  name: z.string().min(2).max(3).exactOptional(),
  way: z.enum(['email', 'push']).exactOptional(),
  level: z.number().min(1).max(5).exactOptional(),
  hour: z.custom((value) => value === 7, { params: { expected: 'HH:MM' } }).exactOptional(),
  zone: z.custom((value) => value === 'UTC').exactOptional(),
  odd: z.number().multipleOf(2).exactOptional(),
  list: z.array(z.strictObject({ id: z.string() })).exactOptional(),
});

function issuesOf(input: unknown): unknown {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : zodIssues(parsed.error, ['config', 3], input);
}

describe('zodIssues', () => {
  it.each([
    [{ name: 1 }, 'name', 'string'],
    [{ name: 'a' }, 'name', '≥ 2'],
    [{ name: 'long' }, 'name', '≤ 3'],
    [{ way: 'fax' }, 'way', 'email | push'],
    [{ level: 0 }, 'level', '≥ 1'],
    [{ level: 6 }, 'level', '≤ 5'],
    [{ hour: 8 }, 'hour', 'HH:MM'],
    [{ zone: 'Bali' }, 'zone', 'valid'],
    [{ odd: 3 }, 'odd', 'valid'],
    [{ name: null }, 'name', 'string'],
  ])('says what was expected instead of %j', (input, key, expected) => {
    const path = ['config', 3, key];
    expect(issuesOf(input)).toEqual([{ code: 'INVALID_VALUE', severity: 'error', path, params: { expected } }]);
  });

  it('tells a value that is absent from one that is wrong', () => {
    const missing = { code: 'MISSING_CONFIG', severity: 'error', params: {} };
    expect(issuesOf({ list: [{}, { id: 'a' }] })).toEqual([{ ...missing, path: ['config', 3, 'list', 0, 'id'] }]);
    expect(issuesOf(undefined)).toEqual([{ ...missing, path: ['config', 3] }]);
  });

  it('names every unexpected key, at the place that holds it', () => {
    const unknown = (key: string, ...path: (string | number)[]) => ({
      code: 'UNKNOWN_KEY',
      severity: 'error',
      path: ['config', 3, ...path],
      params: { key },
    });
    expect(issuesOf({ x: 1, y: 2 })).toEqual([unknown('x'), unknown('y')]);
    expect(issuesOf({ list: [{ id: 'a', z: 1 }] })).toEqual([unknown('z', 'list', 0)]);
  });
});

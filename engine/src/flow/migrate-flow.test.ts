import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW } from './flow.ts';
import { MIGRATIONS, type Migration, migrateFlow } from './migrate-flow.ts';
import { parseFlow } from './parse-flow.ts';

/** Two older formats made up for this test: -1 said `steps` for nodes and had no edges, 0 had edges without ids. */
const older: Readonly<Record<number, Migration>> = {
  [-1]: ({ steps, ...rest }) => ({ ...rest, nodes: steps, edges: [] }),
  0: ({ edges, ...rest }) => ({
    ...rest,
    edges: Array.isArray(edges) ? edges.map((edge, index) => ({ id: `e${index}`, ...edge })) : edges,
  }),
};
const node = { id: 'n', kind: 'control.stop', position: { x: 0, y: 0 }, config: { laterFlows: false } };
const ends = { from: { node: 'n', port: 'then' }, to: { node: 'n' } };

describe('migrateFlow', () => {
  it('leads an older document through every step to the newest format', () => {
    const flow = { format: 1, nodes: [node], notes: [] };
    expect(parseFlow({ format: -1, steps: [node] }, older)).toEqual({ ok: true, flow: { ...flow, edges: [] } });
    expect(parseFlow({ format: 0, nodes: [node], edges: [ends] }, older)).toEqual({
      ok: true,
      flow: { ...flow, edges: [{ id: 'e0', ...ends }] },
    });
  });

  it('leaves what is malformed for the newest format to refuse', () => {
    const parsed = parseFlow({ format: 0, nodes: [], edges: 'many' }, older);
    expect(parsed.ok || parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'INVALID_VALUE edges',
    ]);
  });

  it('gives the newest format back as it is', () => {
    expect(migrateFlow({ ...EMPTY_FLOW })).toEqual({ ok: true, document: EMPTY_FLOW });
  });

  it('tells a format of a newer Alur from one nobody knows', () => {
    expect(migrateFlow({ format: 2 })).toEqual({ ok: false, cause: 'newer' });
    for (const format of [0, -7, 1.5, '1', null])
      expect(migrateFlow({ format })).toEqual({ ok: false, cause: 'unknown' });
    expect(parseFlow({ format: 2, nodes: [], edges: [] })).toMatchObject({
      ok: false,
      issues: [{ code: 'UNKNOWN_FORMAT', params: { format: '2', cause: 'newer', newest: 1 } }],
    });
  });

  it('has a step from every older format on', () => {
    const formats = Object.keys(MIGRATIONS).map(Number);
    expect(formats.sort((a, b) => a - b)).toEqual(formats.map((_, index) => index + 1));
    expect(formats).toHaveLength(EMPTY_FLOW.format - 1);
  });
});

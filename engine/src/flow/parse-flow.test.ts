import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW, FLOW_LIMITS } from './flow.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { parseFlow, parseFlowText } from './parse-flow.ts';
import { PROPERTY_SEED, propertyRuns } from './property-seed.test-support.ts';

const position = { x: 0, y: 0 };

function node(id: string, config: Record<string, unknown> = {}) {
  return { id, kind: 'action.note', position, config };
}

function codes(input: unknown): readonly string[] {
  const parsed = parseFlow(input);
  return parsed.ok ? [] : parsed.issues.map((issue) => `${issue.code} ${issue.path.join('.')}`);
}

function placeOf(text: string): unknown {
  const parsed = parseFlowText(text);
  return parsed.ok ? null : parsed.issues[0]?.params;
}

describe('parseFlow', () => {
  it('reads the empty flow, with or without notes', () => {
    expect(parseFlow(EMPTY_FLOW)).toEqual({ ok: true, flow: EMPTY_FLOW });
    expect(parseFlow({ format: 1, nodes: [], edges: [] })).toEqual({ ok: true, flow: EMPTY_FLOW });
  });

  it('accepts drafts with unknown kinds, empty configs and edges to nowhere', () => {
    const nodes = [{ ...node('n'), kind: 'action.fromTheFuture', label: 'Later', config: { anything: [1, null] } }];
    const edges = [{ id: 'e', from: { node: 'n', port: 'whatever' }, to: { node: 'gone' } }];
    expect(parseFlow({ format: 1, nodes, edges, notes: [{ id: 'r', text: 'Why', position }] }).ok).toBe(true);
  });

  it('shares nothing with its input', () => {
    const config = { text: 'before' };
    const parsed = parseFlow({ format: 1, nodes: [node('n', config)], edges: [] });
    config.text = 'after';
    expect(parsed.ok && parsed.flow.nodes[0]?.config).toEqual({ text: 'before' });
  });

  it('refuses what is no flow', () => {
    for (const input of [null, undefined, 1, 'flow', [], () => 1, new Map(), Number.NaN]) {
      expect(codes(input)).toEqual(['NOT_A_FLOW ']);
    }
    expect(codes({})).toEqual(['MISSING_CONFIG format', 'MISSING_CONFIG nodes', 'MISSING_CONFIG edges']);
    expect(codes({ format: 2, nodes: [], edges: [] })).toEqual(['UNKNOWN_FORMAT format']);
  });

  it('refuses unknown keys at every level of the document', () => {
    expect(codes({ ...EMPTY_FLOW, colour: 'red' })).toEqual(['UNKNOWN_KEY ']);
    expect(codes({ ...EMPTY_FLOW, nodes: [{ ...node('n'), size: 1 }] })).toEqual(['UNKNOWN_KEY nodes.0']);
  });

  it('refuses ids used twice', () => {
    expect(parseFlow({ ...EMPTY_FLOW, nodes: [node('n'), node('n')] })).toEqual({
      ok: false,
      issues: [{ code: 'DUPLICATE_ID', severity: 'error', path: ['nodes', 1, 'id'], params: { id: 'n' } }],
    });
  });

  it('keeps its named limits', () => {
    const many = Array.from({ length: FLOW_LIMITS.nodes + 1 }, (_, index) => node(`n${index}`));
    expect(codes({ ...EMPTY_FLOW, nodes: many.slice(1) })).toEqual([]);
    expect(parseFlow({ ...EMPTY_FLOW, nodes: many })).toEqual({
      ok: false,
      issues: [
        {
          code: 'OVER_LIMIT',
          severity: 'error',
          path: ['nodes'],
          params: { limit: 'nodes', most: FLOW_LIMITS.nodes, actual: FLOW_LIMITS.nodes + 1 },
        },
      ],
    });
    expect(codes({ ...EMPTY_FLOW, nodes: [node('n', { text: 'é'.repeat(FLOW_LIMITS.bytes / 2) })] })).toEqual([
      'OVER_LIMIT ',
    ]);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(parseFlow({ ...EMPTY_FLOW, nodes: [node('n', { deep })] })).toEqual({
      ok: false,
      issues: [
        { code: 'OVER_LIMIT', severity: 'error', path: [], params: { limit: 'depth', most: FLOW_LIMITS.depth } },
      ],
    });
  });

  it('survives cycles, getters that throw and prototype keys', () => {
    const cyclic: Record<string, unknown> = { format: 1 };
    cyclic.nodes = cyclic;
    expect(codes(cyclic)).toEqual(['OVER_LIMIT ']);
    const throwing = Object.defineProperty({}, 'format', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(codes(throwing)).toEqual(['NOT_A_FLOW ']);
    expect(codes(JSON.parse('{"format":1,"nodes":[],"edges":[],"__proto__":{"notes":[]}}'))).not.toEqual([]);
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 6, withBigInt: true, withMap: true, withNullPrototype: true }), (input) => {
        parseFlow(input);
        parseFlow({ format: 1, nodes: input, edges: input });
        parseFlow({ format: 1, nodes: [input], edges: [input], notes: [input] });
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) },
    );
  });
});

describe('parseFlowText', () => {
  it('says where malformed text breaks off, the same in every JavaScript engine', () => {
    expect(placeOf('')).toEqual({ line: 1, column: 1 });
    expect(placeOf('{"format": 1,\n "nodes": [}')).toEqual({ line: 2, column: 12 });
    expect(placeOf('{"format": 1,}')).toEqual({ line: 1, column: 14 });
    expect(placeOf('[1, 2,]')).toEqual({ line: 1, column: 7 });
    expect(placeOf('{"a" 1}')).toEqual({ line: 1, column: 6 });
    expect(placeOf('{"a": 1} x')).toEqual({ line: 1, column: 10 });
    expect(placeOf('{"a": "never ends')).toEqual({ line: 1, column: 7 });
    expect(placeOf('{"a": 01}')).toEqual({ line: 1, column: 8 });
    expect(placeOf('{"a": 1, 2}')).toEqual({ line: 1, column: 10 });
    expect(placeOf('{1: 2}')).toEqual({ line: 1, column: 2 });
    expect(placeOf('1 2')).toEqual({ line: 1, column: 3 });
    expect(placeOf('[]]')).toEqual({ line: 1, column: 3 });
    expect(placeOf('[}')).toEqual({ line: 1, column: 2 });
    expect(placeOf('[":" "]"]')).toEqual({ line: 1, column: 6 });
  });

  it('finds a place in every malformed text, and reads well-formed text to its end', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, cut) => {
        const broken = `${json.slice(0, cut % (json.length + 1))}?`;
        expect(placeOf(broken)).toEqual({ line: expect.any(Number), column: expect.any(Number) });
        expect(jsonErrorPlace(json)).toEqual({ line: 1, column: json.length + 1 });
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });

  it('reads what JSON.stringify writes', () => {
    expect(parseFlowText(JSON.stringify(EMPTY_FLOW))).toEqual({ ok: true, flow: EMPTY_FLOW });
  });
});

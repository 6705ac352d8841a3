import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { exportFlow } from './export-flow.ts';
import { importFlow } from './import-flow.ts';
import { parsePortableFlow, portableFlowText } from './portable-flow.ts';

describe('parsePortableFlow', () => {
  it('reads a bare flow document too, and refuses what is none', () => {
    expect(parsePortableFlow(EMPTY_FLOW)).toEqual({ ok: true, portable: { alur: 'flow', name: '', ...EMPTY_FLOW } });
    const issue = (input: unknown) => {
      const parsed = parsePortableFlow(input);
      return parsed.ok ? null : parsed.issues[0]?.code;
    };
    expect(issue({ ...EMPTY_FLOW, alur: 'queue' })).toBe('UNKNOWN_KEY');
    expect(issue({ ...EMPTY_FLOW, alur: 'flow', name: 7 })).toBe('INVALID_VALUE');
    expect(issue({ ...EMPTY_FLOW, alur: 'flow', name: 'x', format: 2 })).toBe('UNKNOWN_FORMAT');
  });

  it('keeps the name and description, and names what is wrong with them', () => {
    const document = { alur: 'flow', ...EMPTY_FLOW, name: 'Payments', description: 'Who pays' };
    expect(parsePortableFlow(document)).toEqual({ ok: true, portable: document });
    const told = portableFlowText(exportFlow(EMPTY_FLOW, workspace, { name: 'x', description: '' }));
    expect(Object.entries(JSON.parse(told)).slice(0, 4)).toEqual([
      ['alur', 'flow'],
      ['format', 1],
      ['name', 'x'],
      ['description', ''],
    ]);
    expect(Object.keys(exportFlow(EMPTY_FLOW, workspace, { name: 'x' }))).not.toContain('description');
    for (const key of ['name', 'description']) {
      expect(parsePortableFlow({ ...document, [key]: 7 })).toEqual({
        ok: false,
        issues: [{ code: 'INVALID_VALUE', severity: 'error', path: [key], params: { expected: 'string' } }],
      });
    }
  });

  // A proxy that threw when it was asked whether it has a title made reading throw.
  it('refuses what is no object, or cannot be read', () => {
    const trap = () => {
      throw new Error('trap');
    };
    const throwing = Object.defineProperty({ alur: 'flow', ...EMPTY_FLOW }, 'name', { get: trap, enumerable: true });
    const hostile = [throwing, new Proxy({}, { getOwnPropertyDescriptor: trap }), new Proxy({}, { ownKeys: trap })];
    for (const input of [null, undefined, 'flow', 7, [], ...hostile]) {
      expect(parsePortableFlow(input).ok).toBe(false);
    }
  });

  it('never throws on any JSON, nor does what is imported from it', () => {
    const config = fc.dictionary(fc.constantFrom('$ref', 'name', 'id', 'queueId', '__proto__'), fc.jsonValue());
    fc.assert(
      fc.property(fc.anything(), config, (input, json) => {
        parsePortableFlow(input);
        const parsed = parsePortableFlow({
          alur: 'flow',
          ...EMPTY_FLOW,
          nodes: [{ id: 'n', kind: 'action.route', position: { x: 0, y: 0 }, config: json }],
        });
        if (parsed.ok) importFlow(parsed.portable, workspace);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });
});

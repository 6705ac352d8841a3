import { describe, expect, it } from 'vitest';
import { type ConditionPath, parseCondition } from './condition.ts';

function codes(input: unknown, path?: ConditionPath) {
  const parsed = parseCondition(input, path);
  return parsed.ok ? [] : parsed.issues.map((issue) => `${issue.code} ${issue.path.join('.')}`);
}

function nested(depth: number): unknown {
  let condition: unknown = { fact: 'ticket.priority', op: 'is', value: 'high' };
  for (let level = 1; level < depth; level += 1) condition = { not: condition };
  return condition;
}

describe('parseCondition', () => {
  it('reads comparisons and groups nested in each other', () => {
    const condition = {
      all: [
        { fact: 'ticket.priority', op: 'is', value: 'high' },
        { any: [{ not: { fact: 'ticket.tags', op: 'isEmpty' } }] },
      ],
    };
    expect(parseCondition(condition)).toEqual({ ok: true, condition });
  });

  it('refuses empty groups wherever they stand', () => {
    expect(codes({})).toEqual(['EMPTY_CONDITION ']);
    expect(codes({ all: [] })).toEqual(['EMPTY_CONDITION all']);
    expect(codes({ not: { any: [] } }, ['condition'])).toEqual(['EMPTY_CONDITION condition.not.any']);
    expect(codes({ all: [{ any: [] }] })).toEqual(['EMPTY_CONDITION all.0.any']);
  });

  it('names unknown operators, unknown keys and what is not filled in', () => {
    expect(codes({ fact: 'ticket.priority', op: 'sounds like', value: 'x' })).toEqual(['UNKNOWN_OPERATOR op']);
    expect(codes({ fact: 'ticket.priority', op: 'is', value: 'high', weight: 2 })).toEqual(['UNKNOWN_KEY ']);
    expect(codes({ all: [], any: [] })).toEqual(['UNKNOWN_KEY ', 'EMPTY_CONDITION all']);
    expect(codes({ fact: 'ticket.priority', op: '' })).toEqual(['MISSING_CONFIG op']);
    expect(codes({ none: [] })).toEqual(['UNKNOWN_KEY ']);
  });

  it('finds one thing wrong with a comparison nobody has begun to fill in', () => {
    expect(codes({ fact: '', op: '' })).toEqual(['MISSING_CONFIG fact']);
    expect(codes({ fact: '', op: '', value: '' })).toEqual(['MISSING_CONFIG fact']);
    expect(codes({ all: [{ fact: '' }] })).toEqual(['MISSING_CONFIG all.0.fact']);
  });

  it('refuses what is no condition at all', () => {
    for (const input of [null, undefined, 1, 'yes', [], { all: {} }, { not: null }]) {
      expect(codes(input)).not.toEqual([]);
    }
  });

  it.each<[unknown, object]>([
    [7, { code: 'INVALID_VALUE', path: ['if'], params: { expected: 'condition' } }],
    [[], { code: 'INVALID_VALUE', path: ['if'], params: { expected: 'condition' } }],
    [{ any: 'all of them' }, { code: 'INVALID_VALUE', path: ['if', 'any'], params: { expected: 'list' } }],
    [{ all: undefined }, { code: 'EMPTY_CONDITION', path: ['if'], params: {} }],
    [{ none: [] }, { code: 'UNKNOWN_KEY', path: ['if'], params: { key: 'none' } }],
    [
      { all: [{ fact: 'a', op: 'is', weight: 2 }] },
      { code: 'UNKNOWN_KEY', path: ['if', 'all', 0], params: { key: 'weight' } },
    ],
    [
      { not: { any: [] }, more: 1 },
      { code: 'UNKNOWN_KEY', path: ['if'], params: { key: 'more' } },
    ],
    [
      { fact: 'a', op: 'sounds' },
      { code: 'UNKNOWN_OPERATOR', path: ['if', 'op'], params: { op: 'sounds' } },
    ],
    [
      { fact: 'a', op: 7 },
      { code: 'UNKNOWN_OPERATOR', path: ['if', 'op'], params: { op: 'number' } },
    ],
    [{ fact: 'a' }, { code: 'MISSING_CONFIG', path: ['if', 'op'], params: {} }],
    [{ op: 'is' }, { code: 'MISSING_CONFIG', path: ['if', 'fact'], params: {} }],
    [
      { fact: 7, op: 'is' },
      { code: 'MISSING_CONFIG', path: ['if', 'fact'], params: {} },
    ],
  ])('says what is wrong with %j, and where', (input, issue) => {
    const parsed = parseCondition(input, ['if']);
    expect(parsed.ok ? [] : parsed.issues[0]).toEqual({ severity: 'error', ...issue });
  });

  it('says how deep conditions may nest', () => {
    const parsed = parseCondition(nested(51));
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ params: { limit: 'depth', most: 50 } }]);
    const wide = { any: [nested(49), nested(50)] };
    expect(codes(wide).map((code) => code.split(' ')[0])).toEqual(['OVER_LIMIT']);
  });

  it('takes what is absent for not written', () => {
    const given = { fact: 'a', op: 'isEmpty', value: undefined, weight: undefined };
    expect(parseCondition(given)).toStrictEqual({ ok: true, condition: { fact: 'a', op: 'isEmpty' } });
  });

  it('nests up to 50 deep and no deeper', () => {
    expect(codes(nested(50))).toEqual([]);
    expect(codes(nested(51)).map((code) => code.split(' ')[0])).toEqual(['OVER_LIMIT']);
  });

  it('takes no operator from the object prototype', () => {
    expect(codes({ fact: 'ticket.priority', op: 'constructor' })).toEqual(['UNKNOWN_OPERATOR op']);
  });
});

import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { factCatalogue, findFact } from './fact-catalogue.ts';
import type { FactValue } from './fact-value.ts';
import { listText, shortListText } from './list-text.ts';
import { durationText, valueText } from './value-text.ts';

const catalogue = factCatalogue(workspace);

function texts(fact: string, value: FactValue): readonly string[] {
  return (['en', 'id'] as const).map((locale) => valueText(findFact(catalogue, fact), value, locale));
}

describe('valueText', () => {
  it('reads options, references, booleans, durations and instants as people do', () => {
    expect(texts('ticket.status', 'open')).toEqual(['In progress', 'Dikerjakan']);
    expect(texts('ticket.queue', 'q-pay')).toEqual(['Payments', 'Payments']);
    expect(texts('contact.isVip', true)).toEqual(['yes', 'ya']);
    expect(texts('contact.isVip', false)).toEqual(['no', 'tidak']);
    expect(texts('ticket.age', 7_500_000)).toEqual(['2 hours 5 minutes', '2 jam 5 menit']);
    expect(texts('time.now', Date.parse('2026-03-02T05:00Z'))).toEqual([
      '2026-03-02 05:00 UTC',
      '2026-03-02 05:00 UTC',
    ]);
    expect(texts('ticket.tags', ['a', 'b', 'c'])).toEqual(['a, b and c', 'a, b, dan c']);
  });

  it('shows values it does not know as they are', () => {
    expect(texts('ticket.queue', 'q-gone')).toEqual(['q-gone', 'q-gone']);
    expect(texts('ticket.nothing', 3)).toEqual(['3', '3']);
    expect(texts('ticket.nothing', 'x')).toEqual(['x', 'x']);
    expect(texts('time.now', 'one day')).toEqual(['one day', 'one day']);
  });
});

describe('durationText', () => {
  it('uses the two largest units', () => {
    expect(durationText(90_061_000, 'en')).toBe('1 day 1 hour');
    expect(durationText(1_000, 'en')).toBe('1 second');
    expect(durationText(0, 'id')).toBe('0 detik');
    expect(durationText(-5_000, 'en')).toBe('0 seconds');
  });
});

describe('listText', () => {
  it('joins with the right word', () => {
    expect(listText([], 'or', 'en')).toBe('');
    expect(listText(['a'], 'or', 'en')).toBe('a');
    expect(listText(['a', 'b'], 'or', 'id')).toBe('a atau b');
  });
});

describe('shortListText', () => {
  it('names six at most; of more it names four', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(shortListText(six, 'or', 'en')).toBe('a, b, c, d, e or f');
    expect(shortListText([...six, 'g'], 'or', 'en')).toBe('a, b, c, d or 3 others');
    expect(shortListText([...six, 'g'], 'and', 'id')).toBe('a, b, c, d, dan 3 lainnya');
  });
});

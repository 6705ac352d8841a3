import { expect, it } from 'vitest';
import { conditionReferences } from './condition-references.ts';

it('the calendars a condition names are found however deep they stand, with their paths', () => {
  const within = (calendarId: string | null) => ({ fact: 'time.now', op: 'inBusinessHours', value: { calendarId } });
  const condition = { all: [within('cal-a'), { any: [{ not: within('cal-b') }, within(null)] }] };
  expect(conditionReferences(condition, ['condition'])).toEqual([
    { kind: 'calendar', id: 'cal-a', path: ['condition', 'all', 0, 'value', 'calendarId'] },
    { kind: 'calendar', id: 'cal-b', path: ['condition', 'all', 1, 'any', 0, 'not', 'value', 'calendarId'] },
  ]);
});

it('what is no calendar of the workspace names nothing', () => {
  const within = (value: unknown) => conditionReferences({ fact: 'time.now', op: 'inBusinessHours', value });
  expect([undefined, null, 'cal', {}, { calendarId: '' }, { calendarId: 7 }].flatMap(within)).toEqual([]);
});

it('what is no condition names nothing', () => {
  expect(conditionReferences(undefined)).toEqual([]);
  expect(conditionReferences({ all: [] })).toEqual([]);
});

import { expect, test } from 'vitest';
import { escalatedLevel, peopleOfLevel } from './support-level.ts';

const people = [
  { agentId: 'c', level: 3, isSupervisor: false },
  { agentId: 'b', level: 1, isSupervisor: false },
  { agentId: 'a', level: 3, isSupervisor: false },
  { agentId: 's', level: null, isSupervisor: true },
];

test('an escalation raises the level by one or to the asked one, within 1 to 5', () => {
  expect([
    escalatedLevel(null),
    escalatedLevel(2),
    escalatedLevel(5),
    escalatedLevel(2, 4),
    escalatedLevel(2, 9),
  ]).toEqual([1, 3, 5, 4, 5]);
});

test('a level without people falls to the next above, and beyond the last to the supervisors', () => {
  expect(peopleOfLevel(people, 1)).toEqual(['b']);
  expect(peopleOfLevel(people, 2)).toEqual(['a', 'c']);
  expect(peopleOfLevel(people, 4)).toEqual(['s']);
});

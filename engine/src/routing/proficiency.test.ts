import { expect, test } from 'vitest';
import {
  bestProficiency,
  classKeyOf,
  levelProficiency,
  primaryLanguage,
  proficiency,
  requiredSkills,
  skillLevel,
} from './proficiency.ts';

const law = { skillId: 'law', level: 3 };
const billing = { skillId: 'billing', level: 2 };
const tax = { skillId: 'tax', level: 1 };

test('required skills come by id, each once, with the highest level asked for', () => {
  const inOrder = [billing, law, tax];
  expect(requiredSkills(inOrder)).toBe(inOrder);
  expect(requiredSkills([tax, law, billing])).toEqual(inOrder);
  expect(requiredSkills([law, tax, billing])).toEqual(inOrder);
  expect(requiredSkills([law, law])).toEqual([law]);
  expect(requiredSkills([tax, law, { ...tax, level: 4 }, { ...law, level: 1 }])).toEqual([law, { ...tax, level: 4 }]);
  expect(requiredSkills([])).toEqual([]);
});

test('a class is its skills and its language, however they are written', () => {
  const key = classKeyOf({ skills: [law, billing], language: 'id-ID' });
  expect(classKeyOf({ skills: [billing, { ...law, level: 1 }, law], language: 'ID' })).toBe(key);
  expect(classKeyOf({ skills: [law, billing] })).not.toBe(key);
  expect(classKeyOf({ skills: [law, billing], language: 'en' })).not.toBe(key);
  expect(classKeyOf({ skills: [law], language: 'id' })).not.toBe(key);
  // Stored with what is learned, so it may not change.
  expect(key).toBe('["id","billing","law"]');
  expect(classKeyOf({ skills: [] })).toBe('[null]');
});

test('a language is its primary subtag', () => {
  expect(['id', 'ID-id', 'en_GB', ''].map(primaryLanguage)).toEqual(['id', 'id', 'en', '']);
});

test('a level is a whole number from 0 to 5, 0 where none is declared', () => {
  const agent = { skills: { law: 3.9, tax: -1, billing: 9 } };
  expect(['law', 'tax', 'billing', 'sales', 'toString'].map((id) => skillLevel(agent, id))).toEqual([3, 0, 5, 0, 0]);
});

test('what is known of a class counts, else the declared levels', () => {
  const agent = { skills: { law: 5, billing: 3 } };
  const requirement = { skills: [law, billing] };
  expect(levelProficiency(agent, requirement)).toBeCloseTo(0.9);
  expect(levelProficiency(agent, { skills: [] })).toBe(1);
  expect(proficiency(agent, requirement)).toBeCloseTo(0.9);
  const learned = { ...agent, proficiencies: { [classKeyOf(requirement)]: 0.3 } };
  expect(proficiency(learned, requirement)).toBe(0.3);
  expect(proficiency(learned, { skills: [law] })).toBe(1);
});

test('what an agent does best is the best class known, else the highest level', () => {
  expect(bestProficiency({ skills: { law: 5 }, proficiencies: { a: 0.2, b: 0.7, c: 0.4 } })).toBe(0.7);
  expect(bestProficiency({ skills: { law: 1, tax: 3 }, proficiencies: {} })).toBe(0.8);
  expect(bestProficiency({ skills: {} })).toBe(0.5);
});

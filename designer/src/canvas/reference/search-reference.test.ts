import { NODE_CATALOGUE, referenceOf } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { searchReference } from './search-reference.ts';

const page = referenceOf('id');
const kindsOf = (search: string) =>
  searchReference(page, search).kinds.flatMap(({ entries }) => entries.map(({ kind }) => kind));

describe('a search in the reference', () => {
  it('leaves everything for no words', () => {
    expect(kindsOf('  ')).toHaveLength(NODE_CATALOGUE.length);
  });

  it('finds a kind by its name in the reader’s language, and by its key', () => {
    expect(kindsOf('survei dijawab')).toContain('trigger.surveyAnswered');
    expect(kindsOf('ACTION.route')).toEqual(['action.route']);
  });

  it('asks for every word', () => {
    expect(kindsOf('survei zzz')).toEqual([]);
  });
});

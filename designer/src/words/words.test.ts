import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { id } from './id.ts';
import { preferredLanguage } from './words.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const english = new Map(flat(en));
const indonesian = new Map(flat(id));
const variablesOf = (text = '') => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

/** Words that both languages share, and proper names. */
const SAME_IN_BOTH = /^(Alur|VIP|CSV|Status|Normal|Admin|Level|Label|Format|Filter|Port|Node|Tag|JSON|Agent|Total)$/i;

describe('the words', () => {
  it('have the same keys in both languages', () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty', () => {
    for (const [key, text] of [...english, ...indonesian]) expect(text.trim(), key).not.toBe('');
  });

  it('use the same variables in both languages', () => {
    for (const [key, text] of english) expect(variablesOf(indonesian.get(key)), key).toEqual(variablesOf(text));
  });

  it('are translated: longer texts differ', () => {
    const untranslated = [...english].filter(([key, text]) => {
      const isPlain = text.replace(/\{\{.*?\}\}/g, '').trim().length > 6;
      return isPlain && !SAME_IN_BOTH.test(text) && indonesian.get(key) === text;
    });
    expect(untranslated).toEqual([]);
  });
});

describe('the language at the start', () => {
  it('is the one chosen before, else the browser’s, else English', () => {
    expect(preferredLanguage('id', 'en-GB')).toBe('id');
    expect(preferredLanguage(null, 'id-ID')).toBe('id');
    expect(preferredLanguage(null, 'de-DE')).toBe('en');
    expect(preferredLanguage('xx', 'en')).toBe('en');
  });
});

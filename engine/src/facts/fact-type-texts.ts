import type { LocalText } from '../flow/locale.ts';
import type { FactType } from './fact-value.ts';

/** What a fact of each type holds, to stand in a sentence. */
export const FACT_TYPE_TEXTS: Readonly<Record<FactType, LocalText>> = {
  text: { en: 'a text', id: 'teks' },
  number: { en: 'a number', id: 'angka' },
  boolean: { en: 'yes or no', id: 'ya atau tidak' },
  instant: { en: 'a date and time', id: 'tanggal dan waktu' },
  duration: { en: 'a length of time', id: 'lama waktu' },
  option: { en: 'one of its options', id: 'salah satu pilihannya' },
  reference: { en: 'one of the list', id: 'salah satu dari daftar' },
  set: { en: 'a list', id: 'daftar' },
};

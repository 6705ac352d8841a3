import type { FactValue, Names } from '@alur/engine';
import { z } from 'zod';
import type { Language } from '../words/words.ts';

const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable();
const change = z
  .object({ from: factValue.optional(), to: factValue.optional() })
  .refine((value) => 'from' in value || 'to' in value);

/** One change of an event, as people read it; null where there was or is nothing. */
export interface ReadableChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The changed fields of an event's data. Details that are no change are left out; data of any shape is safe. */
export function readableChanges(data: unknown, names: Names, language: Language): ReadableChange[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([fact, value]) => {
    const parsed = change.safeParse(value);
    if (!parsed.success) return [];
    const text = (side: FactValue | null | undefined) => sideText(side, fact, names, language);
    return [{ field: names.fact(fact, language), from: text(parsed.data.from), to: text(parsed.data.to) }];
  });
}

function sideText(value: FactValue | null | undefined, fact: string, names: Names, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value) && value.length === 0) return null;
  return names.value(fact, value, language);
}

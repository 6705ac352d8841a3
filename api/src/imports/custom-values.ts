import type { CustomField } from '@alur/engine';
import { Refusal } from '../server/refusal.ts';
import { checkCustomFields } from '../tickets/check-custom-fields.ts';
import { TicketCheck } from '../tickets/ticket-check.ts';
import type { CustomFields } from '../tickets/ticket-facts.ts';
import type { Cells } from './cells.ts';
import { parseInstant } from './parse-instant.ts';

/** The values of a row's custom fields, by key, as they are stored. @throws WrongCell */
export function customValues(cells: Cells, customFields: CustomFields): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const { key, field, value } of cells.custom()) {
    try {
      const check = new TicketCheck();
      const typed = typedValue(value, customFields.get(key)?.type);
      Object.assign(stored, checkCustomFields({ [key]: typed }, customFields, check));
      check.refuseIfWrong();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw cells.wrong(field, error.userErrors[0]?.message ?? 'The value does not fit the field');
    }
  }
  return stored;
}

/** A cell's text as the value its field holds; what doesn't fit is left as it is, for the check to tell. */
function typedValue(value: unknown, type: CustomField['type'] | undefined): unknown {
  if (typeof value !== 'string') return type === 'text' || type === 'option' ? String(value) : value;
  const text = value.trim();
  switch (type) {
    case 'number':
      return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean':
      if (/^(true|yes|ya|1)$/i.test(text)) return true;
      return /^(false|no|tidak|0)$/i.test(text) ? false : text;
    case 'set':
      return text
        .split(/[,;|]/)
        .map((part) => part.trim())
        .filter(Boolean);
    case 'date': {
      const ms = parseInstant(text);
      return ms === null ? text : new Date(ms).toISOString();
    }
    default:
      return text;
  }
}

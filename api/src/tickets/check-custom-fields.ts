import { TEXT_LIMITS, type TicketCheck } from './ticket-check.ts';
import type { CustomFields } from './ticket-facts.ts';

/**
 * Values of custom fields, or of attributes of contacts, as they are stored: dates as ISO 8601, null or empty for "no value". What doesn't fit a field's
 * type, and keys the workspace has no field for, are added to the check.
 */
export function checkCustomFields(
  values: Readonly<Record<string, unknown>>,
  fields: CustomFields,
  check: TicketCheck,
  place: 'customFields' | 'attributes' = 'customFields',
): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = fields.get(key);
    const path = [place, key];
    if (!field) {
      const known = [...fields.keys()].join(', ') || 'none yet';
      const what = place === 'customFields' ? 'custom field' : 'attribute';
      check.wrong('UNKNOWN_REFERENCE', `There is no ${what} “${key}”; there are: ${known}.`, ...path);
    } else if (value === null || value === undefined || value === '') stored[key] = null;
    else stored[key] = checkValue(value, field.type, check, path);
  }
  return stored;
}

function checkValue(value: unknown, type: string, check: TicketCheck, path: readonly string[]): unknown {
  const wrong = (expected: string) => {
    check.wrong('INVALID', `${path.join('.')} must be ${expected}.`, ...path);
    return null;
  };
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : wrong('a number');
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong('true or false');
    case 'date': {
      const at = typeof value === 'string' ? new Date(value) : null;
      return at && !Number.isNaN(at.getTime()) ? at.toISOString() : wrong('an ISO 8601 date or instant');
    }
    case 'set':
      if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return wrong('a list of texts');
      check.tags(value, ...path);
      return value;
    default:
      if (typeof value !== 'string') return wrong('a text');
      check.written(value, TEXT_LIMITS.customText, ...path);
      return value;
  }
}

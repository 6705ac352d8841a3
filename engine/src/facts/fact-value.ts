/** A value a fact can have. Instants are milliseconds since 1970 UTC, durations milliseconds, sets arrays of text. */
export type FactValue = string | number | boolean | readonly string[];

/** The type of a fact, which decides the operators a condition may use on it. */
export type FactType = 'text' | 'number' | 'boolean' | 'instant' | 'duration' | 'option' | 'reference' | 'set';

/**
 * What is known when an event is handled, flat, keyed by fact (`ticket.category`, `contact.language`,
 * `ticket.custom.location`). A fact that is absent, null, an empty text or an empty set is missing.
 */
export type Facts = Readonly<Record<string, FactValue | null | undefined>>;

/** The value of a fact, or null if it is missing. Only own keys are read, so no fact is ever inherited. */
export function readFact(facts: Facts, fact: string): FactValue | null {
  if (!Object.hasOwn(facts, fact)) return null;
  return presentValue(facts[fact]);
}

/** A value as facts hold it, or null where it counts as missing: absent, null, empty text, empty set, not a number. */
export function presentValue(value: FactValue | null | undefined): FactValue | null {
  if (value === null || value === undefined || value === '') return null;
  if (Number.isNaN(value)) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  return value;
}

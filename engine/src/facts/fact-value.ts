/** A value a fact can have. Instants are milliseconds since 1970 UTC, durations milliseconds, sets arrays of text. */
export type FactValue = string | number | boolean | readonly string[];

/** The type of a fact, which decides the operators a condition may use on it. */
export type FactType = 'text' | 'number' | 'boolean' | 'instant' | 'duration' | 'option' | 'reference' | 'set';

/**
 * What is known when an event is handled, flat, keyed by fact (`ticket.category`, `contact.language`,
 * `ticket.custom.location`). A fact that is absent, null, an empty text or an empty set is missing.
 */
export type Facts = Readonly<Record<string, FactValue | null | undefined>>;

/** The value of a fact, or null if it is missing. What every object inherits (`constructor`) is never a fact's value. */
export function readFact(facts: Facts, fact: string): FactValue | null {
  return presentValue(facts[fact]);
}

/**
 * A value as facts hold it, or null where it counts as missing: absent, null, empty text, empty set, not a number. What is
 * no value of a fact at all, as a function, is missing too.
 */
export function presentValue(value: FactValue | null | undefined): FactValue | null {
  switch (typeof value) {
    case 'string':
      return value === '' ? null : value;
    case 'number':
      return Number.isNaN(value) ? null : value;
    case 'boolean':
      return value;
    case 'object':
      return Array.isArray(value) && value.length > 0 ? value : null;
    default:
      return null;
  }
}

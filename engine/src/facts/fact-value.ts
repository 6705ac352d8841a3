/** A value a fact can have. Instants are milliseconds since 1970 UTC, durations milliseconds, sets arrays of text. */
export type FactValue = string | number | boolean | readonly string[];

/** The type of a fact, which decides the operators a condition may use on it. */
export type FactType = 'text' | 'number' | 'boolean' | 'instant' | 'duration' | 'option' | 'reference' | 'set';

/**
 * What is known when an event is handled, flat, keyed by fact (`ticket.category`, `contact.language`,
 * `ticket.custom.location`). A fact that is absent, null or an empty text is missing.
 */
export type Facts = Readonly<Record<string, FactValue | null | undefined>>;

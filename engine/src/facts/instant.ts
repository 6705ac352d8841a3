const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Instants a document may name: those a date can hold. */
const LARGEST_INSTANT_MS = 8.64e15;

/**
 * Milliseconds since 1970 UTC of an instant as documents write it: a number of milliseconds, or ISO 8601 with an
 * offset (`2026-03-01T09:00+07:00`). Null for anything else.
 */
export function instantMs(value: unknown): number | null {
  if (typeof value === 'number') return Math.abs(value) <= LARGEST_INSTANT_MS ? value : null;
  if (typeof value !== 'string' || !ISO_INSTANT.test(value)) return null;
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? null : atMs;
}

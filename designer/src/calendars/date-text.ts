/** "Mon, 17 Aug 2026" of a `YYYY-MM-DD`; the text itself where it is no date. */
export function dateText(date: string, language: string): string {
  const atMs = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(atMs)) return date;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(atMs);
}

/** An instant (milliseconds since 1970 UTC) as a `datetime-local` field shows it, in the viewer's zone. */
export function instantToLocal(instantMs: number): string {
  const date = new Date(instantMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant a `datetime-local` field holds; undefined while it is empty or unfinished. */
export function localToInstant(text: string): number | undefined {
  const instantMs = text === '' ? Number.NaN : new Date(text).getTime();
  return Number.isNaN(instantMs) ? undefined : instantMs;
}

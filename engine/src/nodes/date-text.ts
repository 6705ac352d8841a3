import { WEEKDAY_NAMES } from '../facts/weekday-names.ts';
import { zonedText, zonedTime } from '../facts/zoned-time.ts';
import type { Locale } from '../flow/locale.ts';

const MONTH_NAMES: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
};

/** How a date is written where nobody says how: `2026-03-02 12:00`. */
const USUAL = '%Y-%m-%d %H:%M';

/**
 * An instant (milliseconds since 1970 UTC) on the wall clock of a time zone, by a format of `strftime`: `%Y` `%y` year,
 * `%m` month, `%B` `%b` its name, `%d` `%e` day, `%A` `%a` weekday, `%H` `%I` hour, `%M` minute, `%p` AM or PM, `%%` a
 * percent sign; `%-d` and the like without a leading zero. Others stay as written. Names are English or Indonesian.
 */
export function dateText(atMs: number, timeZone: string, format: string = USUAL, locale: Locale = 'en'): string {
  const [date = '', time = ''] = zonedText(atMs, timeZone).split(' ');
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = ''] = time.split(':');
  const monthName = MONTH_NAMES[locale][Number(month) - 1] ?? '';
  const weekday = WEEKDAY_NAMES[locale][zonedTime(atMs, timeZone).weekday - 1] ?? '';
  const parts: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(-2),
    m: month,
    B: monthName,
    b: monthName.slice(0, 3),
    d: day,
    e: String(Number(day)),
    A: weekday,
    a: weekday.slice(0, 3),
    H: hour,
    I: String(((Number(hour) + 11) % 12) + 1).padStart(2, '0'),
    M: minute,
    p: Number(hour) < 12 ? 'AM' : 'PM',
    '%': '%',
  };
  return format.replace(/%(-?)([A-Za-z%])/g, (written, bare: string, letter: string) => {
    const text = Object.hasOwn(parts, letter) ? (parts[letter] ?? '') : written;
    return bare && /^\d+$/.test(text) ? String(Number(text)) : text;
  });
}

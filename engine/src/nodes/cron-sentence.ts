import { listText } from '../facts/list-text.ts';
import { WEEKDAY_NAMES } from '../facts/weekday-names.ts';
import type { Locale } from '../flow/locale.ts';
import { type Cron, parseCron } from './cron.ts';

/** When a schedule runs, as people say it: "every Monday at 09:00". Less usual ones are quoted as they are written. */
export function cronSentence(text: string, locale: Locale): string {
  const cron = parseCron(text);
  if (!cron) return '…';
  const days = daysText(cron, locale);
  const times = timesText(cron, locale);
  if (days === null || times === null) {
    return { en: `by the schedule “${text.trim()}”`, id: `menurut jadwal “${text.trim()}”` }[locale];
  }
  return cron.isAnyHour && days.isEveryDay ? times : `${days.text} ${times}`;
}

function daysText(cron: Cron, locale: Locale): { readonly text: string; readonly isEveryDay: boolean } | null {
  if (cron.months.size < 12) return null;
  if (cron.isAnyDay && cron.isAnyWeekday) {
    return { text: { en: 'every day', id: 'setiap hari' }[locale], isEveryDay: true };
  }
  if (cron.isAnyDay) {
    const names = WEEKDAY_NAMES[locale].filter((_, index) => cron.weekdays.has((index + 1) % 7));
    const list = listText(names, 'and', locale);
    return { text: { en: `every ${list}`, id: `setiap ${list}` }[locale], isEveryDay: false };
  }
  if (!cron.isAnyWeekday) return null;
  const list = listText([...cron.days].map(String), 'and', locale);
  return {
    text: { en: `on day ${list} of every month`, id: `tanggal ${list} setiap bulan` }[locale],
    isEveryDay: false,
  };
}

function timesText({ minutes, hours, isAnyHour }: Cron, locale: Locale): string | null {
  const [minute = 0] = minutes;
  if (isAnyHour) {
    if (minutes.length === 60) return { en: 'every minute', id: 'setiap menit' }[locale];
    if (minutes.length === 1) {
      return minute === 0
        ? { en: 'every hour', id: 'setiap jam' }[locale]
        : { en: `every hour at minute ${minute}`, id: `setiap jam pada menit ${minute}` }[locale];
    }
    const step = 60 / minutes.length;
    const isEven = minutes.every((each, index) => each === index * step);
    return isEven ? { en: `every ${step} minutes`, id: `setiap ${step} menit` }[locale] : null;
  }
  if (minutes.length > 1 || hours.length > 4) return null;
  const times = listText(
    hours.map((hour) => `${padded(hour)}:${padded(minute)}`),
    'and',
    locale,
  );
  return { en: `at ${times}`, id: `pukul ${times}` }[locale];
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

import * as z from 'zod';
import type { Locale } from '../flow/locale.ts';
import type { Refire } from './behaviour.ts';
import { control } from './control.ts';

/** The most often a time trigger may be told to fire for one ticket. */
const MOST_TIMES = 100;

/** The field of a time trigger that says how often it fires for one ticket. */
export const refireField = z
  .discriminatedUnion('policy', [
    z.strictObject({ policy: z.enum(['oncePerTicket', 'oncePerEpisode']) }),
    z.strictObject({ policy: z.literal('atMost'), times: z.number().int().min(1).max(MOST_TIMES) }),
  ])
  .meta(
    control(
      'refire',
      { en: 'How often', id: 'Seberapa sering' },
      {
        help: {
          en: 'Once each time it comes to this, once per ticket, or up to a number of times',
          id: 'Sekali setiap kali hal ini terjadi, sekali per tiket, atau sampai sejumlah kali',
        },
      },
    ),
  );

/** Once each time it comes to this: the usual choice. */
export const ONCE_PER_EPISODE: Refire = { policy: 'oncePerEpisode' };

/** The end of a sentence: nothing for the usual choice. */
export function refireText(refire: Refire, locale: Locale): string {
  switch (refire.policy) {
    case 'oncePerEpisode':
      return '';
    case 'oncePerTicket':
      return { en: ', once per ticket', id: ', sekali per tiket' }[locale];
    case 'atMost':
      return {
        en: `, at most ${refire.times} ${refire.times === 1 ? 'time' : 'times'} per ticket`,
        id: `, paling banyak ${refire.times} kali per tiket`,
      }[locale];
  }
}

import type { Locale, LocalText } from '../flow/locale.ts';
import type { FailureReason } from '../nodes/effect.ts';

const TEXTS: Readonly<Record<FailureReason, LocalText>> = {
  notRunnable: { en: 'it cannot be run as it is set up', id: 'pengaturannya tidak dapat dijalankan' },
  noProvider: { en: 'what it needs is not set up', id: 'yang dibutuhkannya belum disiapkan' },
  refused: { en: 'it was refused', id: 'permintaannya ditolak' },
  timedOut: { en: 'no answer came in time', id: 'tidak ada jawaban tepat waktu' },
  missing: { en: 'something it needs is missing', id: 'ada yang dibutuhkannya tetapi tidak ada' },
  messageBudget: {
    en: 'this ticket has sent too many messages in a short time',
    id: 'tiket ini sudah mengirim terlalu banyak pesan dalam waktu singkat',
  },
  notLive: { en: 'the other flow is not live', id: 'alur lainnya tidak aktif' },
  alreadyRan: {
    en: 'the other flow had already run in this chain of events',
    id: 'alur lainnya sudah berjalan dalam rangkaian peristiwa ini',
  },
  badValue: { en: 'a value does not fit', id: 'ada nilai yang tidak sesuai' },
  cycle: { en: 'the flow was going in circles', id: 'alurnya berputar-putar' },
  innerStep: { en: 'a step inside it failed', id: 'ada langkah di dalamnya yang gagal' },
};

/** Why a step failed, as the end of a sentence. */
export function failureText(reason: FailureReason, locale: Locale): string {
  return TEXTS[reason][locale];
}

import type { SameKeys } from './same-keys.ts';
import type { shiftsEn } from './shifts.en.ts';

export const shiftsId: SameKeys<typeof shiftsEn> = {
  intro:
    'Siapa bekerja kapan. Di luar giliran kerjanya orang tidak diberi tiket baru, apa pun kehadirannya. Giliran kerja adalah kalender.',
  toCalendars: 'Ubah kalender',
  coverage: 'Orang yang bertugas, per jam kalendernya sendiri',
  coverageAt_one: '{{day}}, {{hour}}.00 sampai {{next}}.00: {{count}} orang',
  coverageAt_other: '{{day}}, {{hour}}.00 sampai {{next}}.00: {{count}} orang',
  calendar: 'Giliran kerja',
  calendarOf: 'Giliran kerja {{name}}',
  none: 'Tanpa giliran',
  byPresence: 'Setiap kali hadir',
  showAll: 'Tampilkan semua {{count}} orang',
};

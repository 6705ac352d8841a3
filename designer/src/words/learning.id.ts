import type { learningEn } from './learning.en.ts';
import type { SameKeys } from './same-keys.ts';

export const learningId: SameKeys<typeof learningEn> = {
  intro:
    'Antrean seimbang memberi tiket kepada yang paling cocok melayaninya. Mula-mula menurut tingkat keahlian; lama-lama menurut berapa lama orang mengerjakan jenis pekerjaan itu.',
  settings: 'Penyaluran secara umum',
  grace: 'Maklumi sambungan terputus selama',
  graceHelp: 'Orang yang sambungannya terputus dianggap rehat setelah waktu ini. Paling lama satu jam.',
  switch: 'Belajar dari tiket yang selesai',
  switchHelp: 'Mati: hanya tingkat keahlian yang Anda tetapkan yang berlaku.',
  learnedAt: 'Terakhir belajar',
  neverLearned: 'Belum ada yang dipelajari; terjadi sekali sehari.',
  learnNow: 'Belajar sekarang',
  learnedNow: 'Sudah belajar dari tiket 90 hari terakhir',
  none: 'Belum ada yang dipelajari',
  noneText:
    'Setelah orang menyelesaikan tiket yang meminta keahlian, di sini terlihat seberapa baik tiap orang melayani pekerjaan mana.',
  find: 'Cari orang atau keahlian',
  anyWork: 'Pekerjaan apa saja',
  work: 'Pekerjaan',
  count: 'Tiket',
  handling: 'Waktu biasanya',
  learned: 'Hasil belajar',
  inForce: 'Berlaku',
  giveBack: 'Kembalikan ke hasil belajar',
  source: { LEVELS: 'menurut tingkat', LEARNED: 'hasil belajar', SET: 'diatur sendiri' },
};

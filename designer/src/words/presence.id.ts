import type { presenceEn } from './presence.en.ts';
import type { SameKeys } from './same-keys.ts';

export const presenceId: SameKeys<typeof presenceEn> = {
  yours: 'Kehadiran Anda',
  takes: 'menerima tiket baru',
  takesNone: 'tidak menerima tiket baru',
  statuses: 'Status',
  statusesHelp: 'Selain Hadir, Rehat, dan Tidak hadir: apa yang sedang dilakukan, misalnya makan siang atau pelatihan.',
  noStatuses: 'Belum ada; orang memilih antara Hadir, Rehat, dan Tidak hadir.',
  addStatus: 'Tambah status',
  statusExample: 'Misalnya Makan siang, Pelatihan, atau Hanya telepon.',
  meanwhile: 'Orang dengan status ini',
  reasons: 'Alasan menolak',
  reasonsHelp: 'Di antrean yang menawarkan tiket, orang menyebut mengapa ia meneruskannya.',
  noReasons: 'Belum ada; tiket yang ditolak tidak ditawarkan lagi kepada orang yang sama.',
  addReason: 'Tambah alasan',
  reasonExample: 'Misalnya Bukan bidang saya, atau Giliran saya hampir selesai.',
  again: 'Tawarkan lagi kepada orang yang sama setelah',
  againHelp: 'Kosongkan untuk tidak pernah.',
  neverAgain: 'tidak ditawarkan lagi kepadanya',
  againAfter: 'ditawarkan lagi kepadanya setelah {{span}}',
};

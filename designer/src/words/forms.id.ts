import type { formsEn } from './forms.en.ts';
import type { SameKeys } from './same-keys.ts';

export const formsId: SameKeys<typeof formsEn> = {
  noSpan: 'tanpa',
  spanExample: 'mis. 30 mnt, 8 jam',
  badSpan: 'Tulis seperti 30 mnt, 8 jam, atau 2 hari',
  unsaved: 'Belum disimpan',
  saved: 'Tersimpan',
  saving: 'Menyimpan…',
  notSaved: 'Tidak dapat disimpan',
  leave: 'Tinggalkan tanpa menyimpan? Perubahan Anda hilang.',
  discard: 'Batalkan',
  back: 'Kembali ke daftar',
  undo: 'Urungkan',
  redo: 'Ulangi',
  delete: 'Hapus',
  remove: 'Buang',
  add: 'Tambah',
  allTeams: 'Semua tim',
  findPerson: 'Cari orang',
  onlyManagers: 'Hanya manajer yang dapat mengubah ini.',
};

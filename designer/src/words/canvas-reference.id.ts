import type { canvasReferenceEn } from './canvas-reference.en.ts';
import type { SameKeys } from './same-keys.ts';

export const canvasReferenceId: SameKeys<typeof canvasReferenceEn> = {
  reference: {
    title: 'Yang dapat dilakukan alur',
    short: 'Referensi',
    text: 'Semua langkah, semua yang dapat ditanyakan alur, dan semua yang dapat ditemukan pemeriksaan.',
    search: 'Cari dalam referensi',
    sections: 'Bagian referensi',
    nothing: 'Tidak ada tentang “{{search}}”',
    nothingText: 'Coba kata lain, atau lebih sedikit kata.',
    facts: 'Yang dapat ditanyakan alur',
    operators: 'Cara membandingkan',
    issues: 'Yang dapat ditemukan pemeriksaan',
    ports: 'Jalan keluar:',
    optional: 'opsional',
    gives: 'Memberi langkah berikutnya:',
    settable: 'dapat diisi',
    tracked: 'perubahannya dapat memulai alur',
    missingHolds: 'Terpenuhi bila nilainya kosong.',
    missingHoldsNot: 'Tidak terpenuhi bila nilainya kosong.',
    error: 'Kesalahan',
    warning: 'Peringatan',
    about: 'Selengkapnya tentang langkah ini',
  },
};

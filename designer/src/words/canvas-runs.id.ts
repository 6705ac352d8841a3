import type { canvasRunsEn } from './canvas-runs.en.ts';
import type { SameKeys } from './same-keys.ts';

export const canvasRunsId: SameKeys<typeof canvasRunsEn> = {
  run: {
    outcome: {
      done: 'Sampai selesai',
      stopped: 'Diakhiri langkah berhenti',
      failed: 'Gagal',
      waiting: 'Menunggu',
      cancelled: 'Dibatalkan',
    },
    waitsUntil: 'Menunggu sampai {{at}}',
    waitsForEver: 'Menunggu sampai sesuatu terjadi',
    waitsForAnswer: 'Menunggu jawaban',
    branch: 'Cabang {{number}}',
    wentOn: 'Berlanjut {{at}}: {{event}}',
    byTime: 'waktunya habis atau jawabannya tiba',
    startedBy: 'Dimulai oleh jalannya alur “{{flow}}”',
    continues: 'Inilah yang dilakukan setelah menunggu. Lihat dari awal.',
    cancel: 'Batalkan jalannya alur ini',
    cancelText: 'Alur ini berhenti menunggu untuk seterusnya. Yang sudah dilakukan tetap berlaku.',
    cancelConfirm: 'Batalkan',
    keep: 'Biarkan menunggu',
    cancelled: 'Jalannya alur dibatalkan',
  },
};

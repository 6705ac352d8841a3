import type { SameKeys } from './same-keys.ts';
import type { slaEn } from './sla.en.ts';

export const slaId: SameKeys<typeof slaEn> = {
  intro:
    'Apa yang Anda janjikan, dan untuk tiket mana. Tiket mengikuti kebijakan pertama dari atas yang dipenuhinya; waktunya dibaca dari seluruh riwayatnya.',
  add: 'Tambah kebijakan',
  none: 'Belum ada yang dijanjikan',
  noneText: 'Tambahkan kebijakan, misalnya balasan pertama dalam 30 menit untuk tiket mendesak, dalam jam kerja Anda.',
  orderHelp:
    'Kebijakan pertama dari atas yang dipenuhi tiketlah yang berlaku. Seret untuk mengurutkan, atau tekan Alt dan tombol panah.',
  unreached: 'Tidak pernah dipakai: “{{name}}” di atasnya mengambil semua tiket. Naikkan yang ini.',
  up: 'Naikkan {{name}}',
  down: 'Turunkan {{name}}',
  moved: '{{name}} sekarang nomor {{place}} dari {{total}}',
  everyTicket: 'Semua tiket',
  someTickets: 'Tiket yang…',
  ticketsThat: 'Tiket dengan {{condition}}',
  forWhich: 'Untuk tiket mana?',
  conditionUnfinished: 'Lengkapi kondisinya, atau pilih Semua tiket.',
  reach_one: '{{held}} dari {{count}} tiket terbaru akan mengikuti kebijakan ini.',
  reach_other: '{{held}} dari {{count}} tiket terbaru akan mengikuti kebijakan ini.',
  takenBefore_one: '{{count}} juga memenuhinya, tetapi mengikuti kebijakan di atasnya.',
  takenBefore_other: '{{count}} juga memenuhinya, tetapi mengikuti kebijakan di atasnya.',
  targets: 'Apa yang dijanjikan?',
  noTargets: 'Tidak ada janji',
  noTargetsText: 'Belum ada yang dijanjikan. Tiket yang mengikuti kebijakan ini tidak punya batas waktu.',
  addTarget: 'Tambah batas waktu',
  countedIn: 'Dihitung menurut',
  aroundTheClock: 'Sepanjang waktu',
  calendarGone: 'Kalender ini sudah tidak ada; pilih yang lain',
  periodicUpdate:
    'Dari satu balasan publik ke balasan berikutnya, sampai tiket selesai: pelanggan rutin mendapat kabar.',
  pausableUpdate:
    'Dari satu balasan publik ke balasan berikutnya sampai tiket selesai, kecuali saat Anda menunggu pelanggan.',
  deleteTitle: 'Hapus “{{name}}”?',
  deleteText:
    'Tiketnya mengikuti kebijakan berikutnya yang dipenuhi, atau tidak sama sekali. Ini tidak dapat dibatalkan.',
  onTicket: 'Batas waktu',
  column: 'Batas waktu',
  left: 'sisa {{span}}',
  over: 'lewat {{span}}',
  state: {
    NONE: 'tanpa batas waktu',
    RUNNING: 'berjalan',
    PAUSED: 'jeda',
    AT_RISK: 'berisiko',
    FULFILLED: 'terpenuhi',
    BREACHED: 'terlewat',
  },
  filter: 'Batas waktu',
  filterWait: 'Menunggu',
  waitState: { AT_RISK: 'Lebih dari 70 % batas antrean', BREACHED: 'Melewati batas antrean' },
};

import type { SameKeys } from './same-keys.ts';
import type { skillsEn } from './skills.en.ts';

export const skillsId: SameKeys<typeof skillsEn> = {
  intro:
    'Siapa bisa apa, dan seberapa mahir. Tiket yang butuh suatu keahlian hanya diberikan kepada orang yang memilikinya pada tingkat yang diminta alur.',
  grid: 'Keahlian orang, tingkat 0 sampai 5',
  person: 'Orang',
  addSkill: 'Tambah keahlian',
  addPerson: 'Tambah orang',
  least: 'Hitung mulai tingkat',
  able_one: '{{count}} orang',
  able_other: '{{count}} orang',
  nobody: 'tak seorang pun',
  levelFor: '{{skill}}, {{person}}',
  cell: '{{person}}, {{skill}}: {{level}}',
  levelName: {
    none: 'Tidak bisa',
    beginner: 'Pemula',
    basic: 'Dasar',
    solid: 'Mantap',
    advanced: 'Mahir',
    expert: 'Ahli',
  },
  legend: 'Tingkat: 1 pemula sampai 5 ahli; kosong: tidak bisa.',
  keys: 'Klik sebuah sel, atau pindah dengan tombol panah lalu ketik 0 sampai 5. Ctrl atau ⌘ + Z mengurungkan.',
  noSkills: 'Belum ada keahlian',
  noSkillsText:
    'Tambahkan yang pertama, misalnya Penagihan atau Pengembalian. Alur lalu dapat memintanya saat menyalurkan tiket.',
  noPeople: 'Belum ada orang',
  noPeopleText: 'Tambahkan orang yang menangani tiket; lalu tentukan di sini apa yang bisa dikerjakan masing-masing.',
};

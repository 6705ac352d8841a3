import type { Issue } from '../flow/issue.ts';
import type { LocalText } from '../flow/locale.ts';

/** What else is said under some codes, by their params and place. */
export const ISSUE_VARIANTS: readonly (LocalText & { readonly issue: Pick<Issue, 'code' | 'path' | 'params'> })[] = [
  {
    issue: { code: 'NOT_A_FLOW', path: [], params: { line: 3, column: 7 } },
    en: 'This is not a flow document: the JSON breaks off at line 3, column 7. Choose a JSON file exported from Alur.',
    id: 'Ini bukan dokumen alur: JSON-nya rusak di baris 3, kolom 7. Pilih berkas JSON hasil ekspor Alur.',
  },
  {
    issue: { code: 'UNKNOWN_FORMAT', path: ['format'], params: { format: '0' } },
    en: 'Format 0 is not known to this version. Update Alur or export the flow again.',
    id: 'Format 0 tidak dikenal versi ini. Perbarui Alur atau ekspor ulang alurnya.',
  },
  {
    issue: {
      code: 'UNKNOWN_OPERATOR',
      path: ['config', 'condition', 'op'],
      params: { fact: 'ticket.priority', op: 'resembles' },
    },
    en: 'The comparison “resembles” cannot be used on priority. Choose another.',
    id: 'Perbandingan “resembles” tidak dapat dipakai pada prioritas. Pilih yang lain.',
  },
  {
    issue: {
      code: 'TYPE_MISMATCH',
      path: ['config', 'condition', 'value'],
      params: { fact: 'ticket.priority', type: 'option' },
    },
    en: 'The value does not fit priority, which takes one of its options. Choose another.',
    id: 'Nilainya tidak cocok untuk prioritas, yang menerima salah satu pilihannya. Pilih yang lain.',
  },
  {
    issue: { code: 'TYPE_MISMATCH', path: ['config', 'text'], params: { fact: 'ticket.assignee', type: 'reference' } },
    en: 'Assignee cannot be used as a variable, because readers would see an id. Remove it.',
    id: 'Penanggung jawab tidak dapat dipakai sebagai variabel, karena pembaca akan melihat id. Hapuslah.',
  },
  {
    issue: {
      code: 'TYPE_MISMATCH',
      path: ['config', 'condition', 'value'],
      params: { fact: 'ticket.assignee', type: 'reference' },
    },
    en: 'The value does not fit assignee, which takes one of the list. Choose another.',
    id: 'Nilainya tidak cocok untuk penanggung jawab, yang menerima salah satu dari daftar. Pilih yang lain.',
  },
  {
    issue: {
      code: 'TYPE_MISMATCH',
      path: ['config', 'condition', 'value'],
      params: { fact: 'ticket.age', type: 'colour' },
    },
    en: 'The value does not fit age, which takes colour. Choose another.',
    id: 'Nilainya tidak cocok untuk umur tiket, yang menerima colour. Pilih yang lain.',
  },
  {
    issue: { code: 'OVER_LIMIT', path: [], params: { limit: 'bytes', most: 262144 } },
    en: 'A flow may take at most 256 KB. Split it or shorten its texts.',
    id: 'Sebuah alur paling besar 256 KB. Bagi alurnya atau persingkat teksnya.',
  },
  {
    issue: { code: 'OVER_LIMIT', path: [], params: { limit: 'depth', most: 50 } },
    en: 'Conditions may be nested at most 50 deep. Make the condition flatter.',
    id: 'Kondisi paling banyak bertingkat 50. Buat kondisinya lebih datar.',
  },
  {
    issue: { code: 'UNKNOWN_REFERENCE', path: [], params: { kind: 'queue', id: 'gone' } },
    en: 'This queue no longer exists (gone). Choose another.',
    id: 'Antrean ini sudah tidak ada (gone). Pilih yang lain.',
  },
  {
    issue: { code: 'UNKNOWN_REFERENCE', path: [], params: { kind: 'slaPolicy', id: 'gone' } },
    en: 'This service target policy no longer exists (gone). Choose another.',
    id: 'Kebijakan target layanan ini sudah tidak ada (gone). Pilih yang lain.',
  },
  {
    issue: { code: 'UNKNOWN_REFERENCE', path: [], params: { kind: 'robot', id: 'gone' } },
    en: 'This robot no longer exists (gone). Choose another.',
    id: 'Robot ini sudah tidak ada (gone). Pilih yang lain.',
  },
  {
    issue: { code: 'CONFLICTING_WRITES', path: [], params: { fact: 'ticket.priority', item: 1, otherItem: 3 } },
    en: 'Actions 1 and 3 both write priority at the same time. Keep one of them, or put them into a sequence.',
    id: 'Tindakan 1 dan 3 menulis prioritas pada saat yang sama. Sisakan satu, atau jadikan urutan.',
  },
  {
    issue: { code: 'CONDITION_NEVER_HOLDS', path: [], params: { port: 'c0', portEn: 'Paying', portId: 'Membayar' } },
    en: 'The case “Paying” can never hold: it contradicts itself or what earlier steps already decided. Change its condition or remove it.',
    id: 'Kasus “Membayar” tidak mungkin terpenuhi: bertentangan dengan dirinya sendiri atau dengan langkah sebelumnya. Ubah kondisinya atau hapus.',
  },
  {
    issue: { code: 'CONDITION_ALWAYS_HOLDS', path: [], params: { port: 'c0', portEn: 'Paying', portId: 'Membayar' } },
    en: 'The first case “Paying” always holds here, so no other case is ever reached. Change its condition or remove this step.',
    id: 'Kasus pertama “Membayar” selalu terpenuhi di sini, jadi kasus lain tidak pernah tercapai. Ubah kondisinya atau hapus langkah ini.',
  },
  {
    issue: {
      code: 'TIMER_LONGER_THAN_SLA',
      path: [],
      params: { metric: 'unheardOf', timerMs: 60000, targetMs: 30000 },
    },
    en: 'This waits 1 minute, but the target for unheardOf is missed after 30 seconds at the latest. Make it shorter than the target.',
    id: 'Langkah ini menunggu 1 menit, padahal target unheardOf sudah terlewat paling lambat setelah 30 detik. Buat lebih singkat dari targetnya.',
  },
  {
    issue: {
      code: 'INVALID_VALUE',
      path: ['config', 'text'],
      params: { expected: 'option', value: 'highest', fact: 'ticket.priority' },
    },
    en: '“highest” is no value of priority. Choose one from the list.',
    id: '“highest” bukan nilai prioritas. Pilih dari daftar.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'notAdded', value: 'vip' } },
    en: 'The tag “vip” is both added and removed. Keep one.',
    id: 'Tag “vip” ditambah sekaligus dihapus. Sisakan satu.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: '{{ fact }}' } },
    en: 'The text holds braces that are no variable. Write variables as {{ ticket.subject }}.',
    id: 'Teks memuat kurung kurawal yang bukan variabel. Tulis variabel sebagai {{ ticket.subject }}.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: '{{ fact }}', value: '{{ x' } },
    en: 'The text holds braces that are no variable: {{ x. Write variables as {{ ticket.subject }}.',
    id: 'Teks memuat kurung kurawal yang bukan variabel: {{ x. Tulis variabel sebagai {{ ticket.subject }}.',
  },
  {
    issue: {
      code: 'INVALID_VALUE',
      path: ['config', 'text'],
      params: { expected: 'filter', value: 'upper', known: 'date, default' },
    },
    en: 'There is no filter “upper”. Use one of these: date, default.',
    id: 'Tidak ada filter “upper”. Pakai salah satu dari ini: date, default.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'dateFilter', fact: 'time.now' } },
    en: "The date current time needs a format. Write | date: '%d/%m/%Y' behind it.",
    id: "Tanggal waktu sekarang perlu format. Tulis | date: '%d/%m/%Y' di belakangnya.",
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'cron', value: '0 9' } },
    en: 'The schedule “0 9” cannot be read. Write minute, hour, day, month and weekday, like 0 9 * * 1-5 for weekdays at 9.',
    id: 'Jadwal “0 9” tidak dapat dibaca. Tulis menit, jam, tanggal, bulan, dan hari, seperti 0 9 * * 1-5 untuk hari kerja pukul 9.',
  },
  {
    issue: {
      code: 'INVALID_VALUE',
      path: ['config', 'text'],
      params: { expected: 'cronThatComes', value: '0 9 31 2 *' },
    },
    en: 'The schedule “0 9 31 2 *” names a day that never comes. Choose another day.',
    id: 'Jadwal “0 9 31 2 *” menunjuk hari yang tidak pernah ada. Pilih hari lain.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'sum100', value: 90 } },
    en: 'The shares sum to 90 %. Change them until they sum to 100 %.',
    id: 'Jumlah bagian adalah 90 %. Ubah sampai berjumlah 100 %.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'skillOnce' } },
    en: 'This skill is asked for twice. Keep one.',
    id: 'Keahlian ini diminta dua kali. Sisakan satu.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'oneTarget' } },
    en: 'A ticket is transferred to one agent, team or queue. Keep one of them.',
    id: 'Tiket dialihkan ke satu agen, tim, atau antrean. Sisakan salah satunya.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'url' } },
    en: 'This is no web address. Write one like https://example.com/tickets, with variables only after the host.',
    id: 'Ini bukan alamat web. Tulis seperti https://example.com/tiket, dengan variabel hanya setelah nama host.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'email' } },
    en: 'This is no e-mail address. Write one like name@example.com.',
    id: 'Ini bukan alamat surel. Tulis seperti nama@example.com.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'json' } },
    en: 'The content is not JSON. Put texts in quotes and commas between the parts.',
    id: 'Isinya bukan JSON. Apit teks dengan tanda kutip dan pisahkan bagian dengan koma.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'wayToAddress' } },
    en: 'An address is reached by e-mail or by a web address. Choose one of these ways.',
    id: 'Alamat dihubungi lewat surel atau alamat web. Pilih salah satu cara itu.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'noAuthor' } },
    en: 'Only replies have an author to wait for. Remove the author.',
    id: 'Hanya balasan yang punya penulis untuk ditunggu. Hapus penulisnya.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'timeZone' } },
    en: 'This time zone does not exist. Write one like Asia/Jakarta.',
    id: 'Zona waktu ini tidak ada. Tulis seperti Asia/Jakarta.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'text'], params: { expected: 'valid' } },
    en: 'The text is not valid. Fill it in again.',
    id: 'Teks tidak sah. Isi kembali.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'times'], params: { expected: 'a number' } },
    en: 'The number of times is not valid: expected a number. Correct it.',
    id: 'Jumlah kali tidak sah: seharusnya a number. Perbaiki.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: [], params: { expected: 'a number' } },
    en: 'The flow is not valid: expected a number. Correct it.',
    id: 'Alur tidak sah: seharusnya a number. Perbaiki.',
  },
  {
    issue: { code: 'INVALID_VALUE', path: ['config', 'colour'], params: { expected: 'a number' } },
    en: '“colour” is not valid: expected a number. Correct it.',
    id: '“colour” tidak sah: seharusnya a number. Perbaiki.',
  },
];

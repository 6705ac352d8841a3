import type { LocalText } from '../flow/locale.ts';
import { capital } from './field-text.ts';

/** What is wrong with a value, by what was `expected` of it, and how to mend it. */
export function invalidValueTexts(field: string, fact: string, say: (key: string) => string): LocalText {
  const expected = say('expected');
  switch (expected) {
    case 'option':
      return {
        en: `“${say('value')}” is no value of ${fact}. Choose one from the list.`,
        id: `“${say('value')}” bukan nilai ${fact}. Pilih dari daftar.`,
      };
    case 'notAdded':
      return {
        en: `The tag “${say('value')}” is both added and removed. Keep one.`,
        id: `Tag “${say('value')}” ditambah sekaligus dihapus. Sisakan satu.`,
      };
    case '{{ fact }}':
      return {
        en: `${capital(field)} holds braces that are no variable${quoted(say('value'))}. Write variables as {{ ticket.subject }}.`,
        id: `${capital(field)} memuat kurung kurawal yang bukan variabel${quoted(say('value'))}. Tulis variabel sebagai {{ ticket.subject }}.`,
      };
    case 'filter':
      return {
        en: `There is no filter “${say('value')}”. Use one of these: ${say('known')}.`,
        id: `Tidak ada filter “${say('value')}”. Pakai salah satu dari ini: ${say('known')}.`,
      };
    case 'dateFilter':
      return {
        en: `The date ${fact} needs a format. Write | date: '%d/%m/%Y' behind it.`,
        id: `Tanggal ${fact} perlu format. Tulis | date: '%d/%m/%Y' di belakangnya.`,
      };
    case 'cron':
      return {
        en: `The schedule “${say('value')}” cannot be read. Write minute, hour, day, month and weekday, like 0 9 * * 1-5 for weekdays at 9.`,
        id: `Jadwal “${say('value')}” tidak dapat dibaca. Tulis menit, jam, tanggal, bulan, dan hari, seperti 0 9 * * 1-5 untuk hari kerja pukul 9.`,
      };
    case 'cronThatComes':
      return {
        en: `The schedule “${say('value')}” names a day that never comes. Choose another day.`,
        id: `Jadwal “${say('value')}” menunjuk hari yang tidak pernah ada. Pilih hari lain.`,
      };
    case 'sum100':
      return {
        en: `The shares sum to ${say('value')} %. Change them until they sum to 100 %.`,
        id: `Jumlah bagian adalah ${say('value')} %. Ubah sampai berjumlah 100 %.`,
      };
    case 'skillOnce':
      return {
        en: 'This skill is asked for twice. Keep one.',
        id: 'Keahlian ini diminta dua kali. Sisakan satu.',
      };
    case 'oneTarget':
      return {
        en: 'A ticket is transferred to one agent, team or queue. Keep one of them.',
        id: 'Tiket dialihkan ke satu agen, tim, atau antrean. Sisakan salah satunya.',
      };
    case 'url':
      return {
        en: 'This is no web address. Write one like https://example.com/tickets, with variables only after the host.',
        id: 'Ini bukan alamat web. Tulis seperti https://example.com/tiket, dengan variabel hanya setelah nama host.',
      };
    case 'email':
      return {
        en: 'This is no e-mail address. Write one like name@example.com.',
        id: 'Ini bukan alamat surel. Tulis seperti nama@example.com.',
      };
    case 'json':
      return {
        en: 'The content is not JSON. Put texts in quotes and commas between the parts.',
        id: 'Isinya bukan JSON. Apit teks dengan tanda kutip dan pisahkan bagian dengan koma.',
      };
    case 'wayToAddress':
      return {
        en: 'An address is reached by e-mail or by a web address. Choose one of these ways.',
        id: 'Alamat dihubungi lewat surel atau alamat web. Pilih salah satu cara itu.',
      };
    case 'noAuthor':
      return {
        en: 'Only replies have an author to wait for. Remove the author.',
        id: 'Hanya balasan yang punya penulis untuk ditunggu. Hapus penulisnya.',
      };
    case 'timeZone':
      return {
        en: 'This time zone does not exist. Write one like Asia/Jakarta.',
        id: 'Zona waktu ini tidak ada. Tulis seperti Asia/Jakarta.',
      };
    case 'valid':
      return {
        en: `${capital(field)} is not valid. Fill it in again.`,
        id: `${capital(field)} tidak sah. Isi kembali.`,
      };
    default:
      return {
        en: `${capital(field)} is not valid: expected ${expected}. Correct it.`,
        id: `${capital(field)} tidak sah: seharusnya ${expected}. Perbaiki.`,
      };
  }
}

/** The piece that cannot be read, where it is known. */
function quoted(piece: string): string {
  return piece ? `: ${piece}` : '';
}

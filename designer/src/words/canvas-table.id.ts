import type { canvasTableEn } from './canvas-table.en.ts';
import type { SameKeys } from './same-keys.ts';

export const canvasTableId: SameKeys<typeof canvasTableEn> = {
  table: {
    edit: 'Ubah sebagai tabel',
    show: 'Lihat sebagai tabel',
    title: 'Tabel keputusan: {{step}}',
    help: 'Kasus ditanyakan dari atas ke bawah; yang pertama semua selnya terpenuhi menentukan. Sel kosong berarti apa saja.',
    keys: 'Tombol panah berpindah antarsel, Alt dengan panah atas atau bawah memindahkan kasus.',
    case: 'Kasus',
    also: 'Dan juga',
    leadsTo: 'Menuju',
    tools: 'Pindahkan atau hapus',
    anything: 'apa saja',
    elsewhere: 'lihat “Dan juga”',
    cell: '{{fact}} pada “{{name}}”: {{words}}',
    cellFields: '{{fact}} pada “{{name}}”',
    goneFact: 'Ini sudah tidak ada. Jadikan selnya apa saja, atau pilih yang lain di kondisi lengkap.',
    toAnything: 'Apa saja',
    done: 'Selesai',
    addColumn: 'Tambah kolom: yang dilihat',
    removeColumn: 'Hapus kolom “{{name}}”',
    editWhole: 'Ubah kondisi lengkap “{{name}}”',
    whole: 'Kondisi lengkap “{{name}}”',
    unfinished: 'Belum selesai',
    otherwise: 'Selain itu',
    otherwiseText: 'semua yang tidak diambil kasus di atas',
    noCases: 'Belum ada kasus: semuanya mengikuti “Selain itu”.',
    moved: '“{{name}}” kini kasus {{place}} dari {{total}}',
    removed: '“{{name}}” dihapus',
    columnRemoved: 'Kolom “{{name}}” dihapus',
  },
};

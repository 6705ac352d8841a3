import type { IssueCode } from '../flow/issue.ts';
import type { LocalText } from '../flow/locale.ts';

/** What is said of the example of every code, with names. */
export const ISSUE_SENTENCES: Readonly<Record<IssueCode, LocalText>> = {
  NOT_A_FLOW: {
    en: 'This is not a flow document. Choose a JSON file exported from Alur.',
    id: 'Ini bukan dokumen alur. Pilih berkas JSON hasil ekspor Alur.',
  },
  UNKNOWN_FORMAT: {
    en: 'This flow comes from a newer version of Alur (format 9, known are those up to 1). Update Alur to open it.',
    id: 'Alur ini berasal dari versi Alur yang lebih baru (format 9, yang dikenal sampai 1). Perbarui Alur untuk membukanya.',
  },
  UNKNOWN_KEY: {
    en: '“colour” does not belong in the flow. Remove it.',
    id: '“colour” tidak semestinya ada di alur. Hapuslah.',
  },
  INVALID_VALUE: {
    en: 'Set fields: “highest” is no value of priority. Choose one from the list.',
    id: 'Isi bidang: “highest” bukan nilai prioritas. Pilih dari daftar.',
  },
  DUPLICATE_ID: {
    en: 'The id “s” is used twice. Give each its own.',
    id: 'Id “s” dipakai dua kali. Beri id yang berbeda.',
  },
  OVER_LIMIT: {
    en: 'A flow may have at most 500 steps. Split it into several flows.',
    id: 'Sebuah alur paling banyak berisi 500 langkah. Bagi menjadi beberapa alur.',
  },
  UNKNOWN_KIND: {
    en: 'action.sned: There is no step of the kind “action.sned”. Delete it or choose another step.',
    id: 'action.sned: Tidak ada langkah berjenis “action.sned”. Hapus atau pilih langkah lain.',
  },
  UNKNOWN_PORT: {
    en: 'New ticket: A connection starts at the exit “else”, which is gone. Connect it to another exit or delete it.',
    id: 'Tiket baru: Ada sambungan dari keluaran “else” yang sudah tidak ada. Pindahkan atau hapus sambungannya.',
  },
  UNKNOWN_NODE: {
    en: 'A connection refers to the step “gone”, which does not exist. Delete the connection.',
    id: 'Ada sambungan ke langkah “gone” yang tidak ada. Hapus sambungannya.',
  },
  UNKNOWN_FACT: {
    en: 'Add internal note: “ticket.colour” cannot be used in the text. Choose one from the list.',
    id: 'Tambah catatan internal: “ticket.colour” tidak dapat dipakai di teks. Pilih dari daftar.',
  },
  UNKNOWN_OPERATOR: {
    en: 'Condition: The comparison “resembles” cannot be used. Choose another.',
    id: 'Kondisi: Perbandingan “resembles” tidak dapat dipakai. Pilih yang lain.',
  },
  UNKNOWN_REFERENCE: {
    en: 'Assign: This agent no longer exists (a-gone). Choose another.',
    id: 'Tugaskan: Agen ini sudah tidak ada (a-gone). Pilih yang lain.',
  },
  TYPE_MISMATCH: {
    en: 'Condition: The comparison “moreThan” does not fit priority, which is one of its options. Choose another.',
    id: 'Kondisi: Perbandingan “moreThan” tidak cocok untuk prioritas, yang berupa salah satu pilihannya. Pilih yang lain.',
  },
  EMPTY_CONDITION: {
    en: 'Condition: The condition is empty. Add at least one comparison.',
    id: 'Kondisi: Kondisi masih kosong. Tambahkan setidaknya satu perbandingan.',
  },
  INVALID_PATTERN: {
    en: 'Condition: The pattern “(” cannot be read (a group is not closed). Correct it, or use “contains”.',
    id: 'Kondisi: Pola “(” tidak dapat dibaca (ada kelompok yang tidak ditutup). Perbaiki, atau pakai “memuat”.',
  },
  MISSING_CONFIG: {
    en: 'Route to queue: The queue is not filled in yet. Fill it in.',
    id: 'Arahkan ke antrean: Antrean belum diisi. Isilah.',
  },
  UNCONNECTED_PORT: {
    en: 'New ticket: Nothing follows the exit “then”. Connect it to a step.',
    id: 'Tiket baru: Tidak ada langkah setelah keluaran “then”. Sambungkan ke sebuah langkah.',
  },
  NO_TRIGGER: {
    en: 'The flow has no trigger, so it never starts. Add one.',
    id: 'Alur tidak punya pemicu, jadi tidak pernah mulai. Tambahkan satu.',
  },
  EDGE_INTO_TRIGGER: {
    en: 'New ticket: A connection leads into a trigger, where a flow can only start. Delete the connection.',
    id: 'Tiket baru: Ada sambungan menuju pemicu, padahal alur hanya mulai di sana. Hapus sambungannya.',
  },
  CYCLE: {
    en: 'Change tags: The steps lead back to themselves and would never end. Put a wait into the circle or delete one of its connections.',
    id: 'Ubah tag: Langkah-langkah berputar dan tidak akan berakhir. Sisipkan langkah menunggu atau hapus salah satu sambungannya.',
  },
  PORT_HAS_TWO_EDGES: {
    en: 'New ticket: Two connections leave the exit “then”. Keep one, or let a parallel step fan out.',
    id: 'Tiket baru: Ada dua sambungan dari keluaran “then”. Sisakan satu, atau pakai langkah serentak.',
  },
  UNREACHABLE_NODE: {
    en: 'Stop: No trigger leads here, so this step never runs. Connect it or delete it.',
    id: 'Berhenti: Tidak ada pemicu yang menuju ke sini, jadi langkah ini tidak pernah jalan. Sambungkan atau hapus.',
  },
  CONFLICTING_WRITES: {
    en: 'In parallel: The branches both write tags: “Change tags” and “Change tags”. Move one of these steps behind the join, or into the same branch.',
    id: 'Bersamaan: Kedua cabang menulis tag: “Ubah tag” dan “Ubah tag”. Pindahkan salah satunya ke setelah penggabung, atau ke cabang yang sama.',
  },
  JOIN_WITHOUT_BRANCHES: {
    en: 'Join: No branches meet here, so there is nothing to wait for. Lead at least two branches of a parallel step here, or delete this step.',
    id: 'Gabung: Tidak ada cabang yang bertemu di sini, jadi tidak ada yang ditunggu. Arahkan setidaknya dua cabang dari langkah serentak ke sini, atau hapus langkah ini.',
  },
  CONDITION_NEVER_HOLDS: {
    en: 'Condition: This condition can never hold: it contradicts itself or what earlier steps already decided. Everything goes on by “no”. Change the condition or remove the step.',
    id: 'Kondisi: Kondisi ini tidak mungkin terpenuhi: bertentangan dengan dirinya sendiri atau dengan langkah sebelumnya. Semuanya keluar lewat “tidak”. Ubah kondisinya atau hapus langkahnya.',
  },
  CONDITION_ALWAYS_HOLDS: {
    en: 'Condition: This condition always holds here, so nothing ever goes on by “no”. Change the condition or remove the step.',
    id: 'Kondisi: Kondisi ini selalu terpenuhi di sini, jadi tidak ada yang keluar lewat “tidak”. Ubah kondisinya atau hapus langkahnya.',
  },
  SHADOWED_CASE: {
    en: 'Switch: The case “Case 2” is never reached: the cases before it already take everything it would. Move it up or remove it.',
    id: 'Percabangan: Kasus “Kasus 2” tidak pernah tercapai: kasus sebelumnya sudah mengambil semuanya. Pindahkan ke atas atau hapus.',
  },
  UNROUTED_TICKETS: {
    en: 'Switch: Tickets that leave by the exit “Otherwise” get no queue, agent or team, while others of this flow do. Connect it to a route, or to a stop if that is meant.',
    id: 'Percabangan: Tiket yang keluar lewat “Selain itu” tidak mendapat antrean, agen, atau tim, padahal tiket lain di alur ini mendapatkannya. Sambungkan ke sebuah rute, atau ke langkah berhenti bila memang demikian.',
  },
  ROUTE_WITHOUT_AGENT: {
    en: 'Route to queue: No agent meets what this route asks for, so tickets would wait here in vain. Ask for less, or give an agent the skills, language or team.',
    id: 'Arahkan ke antrean: Tidak ada agen yang memenuhi syarat rute ini, jadi tiket akan sia-sia menunggu di sini. Kurangi syaratnya, atau beri seorang agen keahlian, bahasa, atau timnya.',
  },
  TIMER_LONGER_THAN_SLA: {
    en: 'Nothing happened: This waits 2 hours, but the target for first reply is missed after 1 hour at the latest. Make it shorter than the target.',
    id: 'Tidak ada kegiatan: Langkah ini menunggu 2 jam, padahal target balasan pertama sudah terlewat paling lambat setelah 1 jam. Buat lebih singkat dari targetnya.',
  },
  SLA_WITHOUT_ESCALATION: {
    en: 'No live flow reacts when a target of “Gold” is about to be missed or is missed. Add a flow that starts with a service target trigger.',
    id: 'Tidak ada alur aktif yang menanggapi ketika target “Gold” hampir atau sudah terlewat. Tambahkan alur yang dimulai dengan pemicu target layanan.',
  },
  FLOWS_SET_SAME_FIELD: {
    en: 'Set fields: This also sets priority, as the flow “Flow 0” does before it for some of the same tickets. What this step sets wins, because its flow comes later. Narrow one of the conditions, or set the field in one flow only.',
    id: 'Isi bidang: Langkah ini juga mengisi prioritas, seperti alur “Flow 0” sebelumnya untuk sebagian tiket yang sama. Isian langkah ini yang berlaku, karena alurnya belakangan. Persempit salah satu kondisinya, atau isi bidang itu di satu alur saja.',
  },
  FLOWS_TRIGGER_EACH_OTHER: {
    en: 'Set fields: This step can start the flow “Flow 1”, whose step “Set fields” can start this flow in turn. Each runs once, then the circle is cut. Narrow one of the triggers or conditions.',
    id: 'Isi bidang: Langkah ini dapat memulai alur “Flow 1”, dan langkah “Isi bidang” di sana dapat memulai alur ini lagi. Masing-masing berjalan sekali, lalu lingkarannya diputus. Persempit salah satu pemicu atau kondisinya.',
  },
  CREDENTIAL_MISSING: {
    en: 'Call another system: The credential of this call no longer exists (cred-gone). Choose another or add it in the settings.',
    id: 'Panggil sistem lain: Kredensial untuk panggilan ini sudah tidak ada (cred-gone). Pilih yang lain atau tambahkan di pengaturan.',
  },
  LADDER_RELAXES_EARLY: {
    en: 'Route to queue: This asks less skill of agents after only 1 second, which makes everybody wait longer when it is busy. Wait at least 15 minutes before.',
    id: 'Arahkan ke antrean: Syarat keahlian sudah diturunkan setelah 1 detik, sehingga saat ramai semua menunggu lebih lama. Tunggu sedikitnya 15 menit.',
  },
};

import { FACT_TYPE_TEXTS } from '../facts/fact-type-texts.ts';
import type { Names } from '../facts/names.ts';
import { durationText } from '../facts/value-text.ts';
import type { Issue } from '../flow/issue.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import { capital, fieldText } from './field-text.ts';
import { invalidValueTexts } from './invalid-value-texts.ts';
import { PATTERN_REASONS } from './pattern-reasons.ts';
import { reasonedIssueTexts } from './reasoned-issue-texts.ts';

/**
 * An issue for people: where, what, and how to mend it. With `names` nodes, facts and things are called by name, else
 * by id or key.
 */
export function issueText(issue: Issue, locale: Locale, names?: Names): string {
  const text = issueTexts(issue, locale, names)[locale];
  const where = issue.nodeId === undefined ? '' : `${names ? names.node(issue.nodeId, locale) : issue.nodeId}: `;
  return where + text;
}

function issueTexts(issue: Issue, locale: Locale, names: Names | undefined): LocalText {
  const say = (key: string) => String(issue.params[key] ?? '');
  const field = fieldText(issue, locale);
  const fact = names && issue.params.fact !== undefined ? names.fact(say('fact'), locale) : say('fact');
  switch (issue.code) {
    case 'NOT_A_FLOW': {
      const isPlaced = issue.params.line !== undefined;
      const place = {
        en: isPlaced ? `: the JSON breaks off at line ${say('line')}, column ${say('column')}` : '',
        id: isPlaced ? `: JSON-nya rusak di baris ${say('line')}, kolom ${say('column')}` : '',
      };
      return {
        en: `This is not a flow document${place.en}. Choose a JSON file exported from Alur.`,
        id: `Ini bukan dokumen alur${place.id}. Pilih berkas JSON hasil ekspor Alur.`,
      };
    }
    case 'UNKNOWN_FORMAT':
      return issue.params.cause === 'newer'
        ? {
            en: `This flow comes from a newer version of Alur (format ${say('format')}, known are those up to ${say('newest')}). Update Alur to open it.`,
            id: `Alur ini berasal dari versi Alur yang lebih baru (format ${say('format')}, yang dikenal sampai ${say('newest')}). Perbarui Alur untuk membukanya.`,
          }
        : {
            en: `Format ${say('format')} is not known to this version. Update Alur or export the flow again.`,
            id: `Format ${say('format')} tidak dikenal versi ini. Perbarui Alur atau ekspor ulang alurnya.`,
          };
    case 'UNKNOWN_KEY':
      return {
        en: `“${say('key')}” does not belong in ${field}. Remove it.`,
        id: `“${say('key')}” tidak semestinya ada di ${field}. Hapuslah.`,
      };
    case 'INVALID_VALUE':
      return invalidValueTexts(field, fact, say);
    case 'DUPLICATE_ID':
      return {
        en: `The id “${say('id')}” is used twice. Give each its own.`,
        id: `Id “${say('id')}” dipakai dua kali. Beri id yang berbeda.`,
      };
    case 'OVER_LIMIT':
      return overLimit(say('limit'), say('most'));
    case 'UNKNOWN_KIND':
      return {
        en: `There is no step of the kind “${say('kind')}”. Delete it or choose another step.`,
        id: `Tidak ada langkah berjenis “${say('kind')}”. Hapus atau pilih langkah lain.`,
      };
    case 'UNKNOWN_PORT':
      return {
        en: `A connection starts at the exit “${say('port')}”, which is gone. Connect it to another exit or delete it.`,
        id: `Ada sambungan dari keluaran “${say('port')}” yang sudah tidak ada. Pindahkan atau hapus sambungannya.`,
      };
    case 'UNKNOWN_NODE':
      return {
        en: `A connection refers to the step “${say('id')}”, which does not exist. Delete the connection.`,
        id: `Ada sambungan ke langkah “${say('id')}” yang tidak ada. Hapus sambungannya.`,
      };
    case 'UNKNOWN_FACT':
      return {
        en: `“${say('fact')}” cannot be used in ${field}. Choose one from the list.`,
        id: `“${say('fact')}” tidak dapat dipakai di ${field}. Pilih dari daftar.`,
      };
    case 'UNKNOWN_OPERATOR':
      return {
        en: `The comparison “${say('op')}” cannot be used${fact ? ` on ${fact}` : ''}. Choose another.`,
        id: `Perbandingan “${say('op')}” tidak dapat dipakai${fact ? ` pada ${fact}` : ''}. Pilih yang lain.`,
      };
    case 'UNKNOWN_REFERENCE': {
      const thing = REFERENCES[say('kind')]?.[locale] ?? say('kind');
      return {
        en: `This ${thing} no longer exists (${say('id')}). Choose another.`,
        id: `${capital(thing)} ini sudah tidak ada (${say('id')}). Pilih yang lain.`,
      };
    }
    case 'TYPE_MISMATCH':
      return typeMismatch(issue, fact, say);
    case 'EMPTY_CONDITION':
      return {
        en: 'The condition is empty. Add at least one comparison.',
        id: 'Kondisi masih kosong. Tambahkan setidaknya satu perbandingan.',
      };
    case 'INVALID_PATTERN':
      return {
        en: `The pattern “${say('pattern')}” cannot be read (${say('reason')}). Correct it, or use “contains”.`,
        id: `Pola “${say('pattern')}” tidak dapat dibaca (${PATTERN_REASONS[say('reason')] ?? say('reason')}). Perbaiki, atau pakai “memuat”.`,
      };
    case 'MISSING_CONFIG':
      return {
        en: `${capital(field)} is not filled in yet. Fill it in.`,
        id: `${capital(field)} belum diisi. Isilah.`,
      };
    case 'UNCONNECTED_PORT': {
      const port = say('port');
      return {
        en: `Nothing follows the exit “${port}”. Connect it to a step.`,
        id: `Tidak ada langkah setelah keluaran “${port}”. Sambungkan ke sebuah langkah.`,
      };
    }
    case 'NO_TRIGGER':
      return {
        en: 'The flow has no trigger, so it never starts. Add one.',
        id: 'Alur tidak punya pemicu, jadi tidak pernah mulai. Tambahkan satu.',
      };
    case 'EDGE_INTO_TRIGGER':
      return {
        en: 'A connection leads into a trigger, where a flow can only start. Delete the connection.',
        id: 'Ada sambungan menuju pemicu, padahal alur hanya mulai di sana. Hapus sambungannya.',
      };
    case 'CYCLE':
      return {
        en: 'The steps lead back to themselves and would never end. Put a wait into the circle or delete one of its connections.',
        id: 'Langkah-langkah berputar dan tidak akan berakhir. Sisipkan langkah menunggu atau hapus salah satu sambungannya.',
      };
    case 'PORT_HAS_TWO_EDGES':
      return {
        en: `Two connections leave the exit “${say('port')}”. Keep one, or let a parallel step fan out.`,
        id: `Ada dua sambungan dari keluaran “${say('port')}”. Sisakan satu, atau pakai langkah serentak.`,
      };
    case 'UNREACHABLE_NODE':
      return {
        en: 'No trigger leads here, so this step never runs. Connect it or delete it.',
        id: 'Tidak ada pemicu yang menuju ke sini, jadi langkah ini tidak pernah jalan. Sambungkan atau hapus.',
      };
    case 'CONFLICTING_WRITES':
    case 'JOIN_WITHOUT_BRANCHES':
    case 'CONDITION_NEVER_HOLDS':
    case 'CONDITION_ALWAYS_HOLDS':
    case 'SHADOWED_CASE':
    case 'UNROUTED_TICKETS':
    case 'ROUTE_WITHOUT_AGENT':
    case 'TIMER_LONGER_THAN_SLA':
    case 'SLA_WITHOUT_ESCALATION':
    case 'FLOWS_SET_SAME_FIELD':
    case 'FLOWS_TRIGGER_EACH_OTHER':
      return reasonedIssueTexts(issue.code, issue, names);
    case 'CREDENTIAL_MISSING':
      return {
        en: `The credential of this call no longer exists (${say('id')}). Choose another or add it in the settings.`,
        id: `Kredensial untuk panggilan ini sudah tidak ada (${say('id')}). Pilih yang lain atau tambahkan di pengaturan.`,
      };
    case 'LADDER_RELAXES_EARLY': {
      const length = (key: string, of: Locale) => durationText(Number(issue.params[key] ?? 0), of);
      return {
        en: `This asks less skill of agents after only ${length('afterMs', 'en')}, which makes everybody wait longer when it is busy. Wait at least ${length('earliestMs', 'en')} before.`,
        id: `Syarat keahlian sudah diturunkan setelah ${length('afterMs', 'id')}, sehingga saat ramai semua menunggu lebih lama. Tunggu sedikitnya ${length('earliestMs', 'id')}.`,
      };
    }
  }
}

const REFERENCES: Readonly<Record<string, LocalText>> = {
  queue: { en: 'queue', id: 'antrean' },
  team: { en: 'team', id: 'tim' },
  agent: { en: 'agent', id: 'agen' },
  skill: { en: 'skill', id: 'keahlian' },
  channel: { en: 'channel', id: 'kanal' },
  calendar: { en: 'calendar', id: 'kalender' },
  credential: { en: 'credential', id: 'kredensial' },
  slaPolicy: { en: 'service target policy', id: 'kebijakan target layanan' },
  flow: { en: 'flow', id: 'alur' },
};

type Say = (key: string) => string;

function typeMismatch(issue: Issue, fact: string, say: Say): LocalText {
  const type = typeOf(say('type'));
  if (issue.params.op !== undefined) {
    return {
      en: `The comparison “${say('op')}” does not fit ${fact}, which is ${type.en}. Choose another.`,
      id: `Perbandingan “${say('op')}” tidak cocok untuk ${fact}, yang berupa ${type.id}. Pilih yang lain.`,
    };
  }
  if (say('type') === 'reference' && issue.path.at(-1) === 'text') {
    return {
      en: `${capital(fact)} cannot be used as a variable, because readers would see an id. Remove it.`,
      id: `${capital(fact)} tidak dapat dipakai sebagai variabel, karena pembaca akan melihat id. Hapuslah.`,
    };
  }
  return {
    en: `The value does not fit ${fact}, which takes ${type.en}. Choose another.`,
    id: `Nilainya tidak cocok untuk ${fact}, yang menerima ${type.id}. Pilih yang lain.`,
  };
}

function overLimit(limit: string, most: string): LocalText {
  switch (limit) {
    case 'nodes':
      return {
        en: `A flow may have at most ${most} steps. Split it into several flows.`,
        id: `Sebuah alur paling banyak berisi ${most} langkah. Bagi menjadi beberapa alur.`,
      };
    case 'bytes':
      return {
        en: `A flow may take at most ${Number(most) / 1024} KB. Split it or shorten its texts.`,
        id: `Sebuah alur paling besar ${Number(most) / 1024} KB. Bagi alurnya atau persingkat teksnya.`,
      };
    default:
      return {
        en: `Conditions may be nested at most ${most} deep. Make the condition flatter.`,
        id: `Kondisi paling banyak bertingkat ${most}. Buat kondisinya lebih datar.`,
      };
  }
}

function typeOf(type: string): LocalText {
  const known: LocalText | undefined = Object.hasOwn(FACT_TYPE_TEXTS, type)
    ? Reflect.get(FACT_TYPE_TEXTS, type)
    : undefined;
  return known ?? { en: type, id: type };
}

import type { ValueShape } from '../conditions/operators.ts';
import type { LocalText } from '../flow/locale.ts';
import type { ControlName } from '../nodes/control.ts';

/** What a field of each control takes, for people. */
export const CONTROL_TEXTS: Readonly<Record<ControlName, LocalText>> = {
  text: { en: 'one line of text', id: 'teks satu baris' },
  template: { en: 'text with variables', id: 'teks dengan variabel' },
  json: { en: 'JSON with variables', id: 'JSON dengan variabel' },
  url: { en: 'a web address with variables', id: 'alamat web dengan variabel' },
  select: { en: 'one of', id: 'salah satu dari' },
  choices: { en: 'any of', id: 'beberapa dari' },
  boolean: { en: 'yes or no', id: 'ya atau tidak' },
  number: { en: 'a number', id: 'angka' },
  duration: { en: 'a length of time', id: 'lama waktu' },
  queue: { en: 'a queue', id: 'antrean' },
  team: { en: 'a team', id: 'tim' },
  agent: { en: 'an agent', id: 'agen' },
  calendar: { en: 'a calendar', id: 'kalender' },
  credential: { en: 'a credential', id: 'kredensial' },
  slaPolicy: { en: 'a service target policy', id: 'kebijakan target layanan' },
  flow: { en: 'a flow', id: 'alur' },
  channels: { en: 'channels', id: 'beberapa kanal' },
  teams: { en: 'teams', id: 'beberapa tim' },
  tags: { en: 'tags', id: 'beberapa tag' },
  skills: { en: 'skills with a level of 1 to 5', id: 'keahlian dengan tingkat 1 sampai 5' },
  language: { en: "a language, or the ticket's own", id: 'bahasa, atau bahasa tiket' },
  location: { en: 'a place', id: 'tempat' },
  requirement: { en: 'requirements', id: 'syarat' },
  ladder: {
    en: 'queues in order, each with requirements and a time',
    id: 'antrean berurutan, masing-masing dengan syarat dan waktu',
  },
  facts: { en: 'fields of the ticket', id: 'bidang tiket' },
  factValue: { en: 'a value of the field', id: 'nilai bidang itu' },
  fieldValues: { en: 'fields with their new values', id: 'bidang dengan nilai barunya' },
  condition: { en: 'a condition', id: 'kondisi' },
  cases: { en: 'cases in order, each with a condition', id: 'kasus berurutan, masing-masing dengan kondisi' },
  recipients: { en: 'people, teams or addresses', id: 'orang, tim, atau alamat' },
  answers: {
    en: 'names, each with a place in the answer and a type',
    id: 'nama, masing-masing dengan tempat di jawaban dan jenisnya',
  },
  actions: { en: 'actions in order', id: 'aksi berurutan' },
  waitUntil: {
    en: 'a length of time, a time of day, a moment of the ticket, or business hours',
    id: 'lama waktu, pukul tertentu, waktu pada tiket, atau jam kerja',
  },
  waitEnds: { en: 'events', id: 'peristiwa' },
  shares: { en: 'shares in percent', id: 'bagian dalam persen' },
  cron: { en: 'a repeating moment', id: 'waktu berulang' },
  slaAt: {
    en: 'a time before the target is missed, or the miss itself',
    id: 'waktu sebelum target terlewat, atau saat terlewat',
  },
  refire: {
    en: 'once per ticket, once each time it holds, or at most so many times',
    id: 'sekali per tiket, sekali setiap kali berlaku, atau paling banyak sekian kali',
  },
};

/** What stands behind an operator, for people. */
export const VALUE_TEXTS: Readonly<Record<ValueShape, LocalText>> = {
  none: { en: 'nothing', id: 'tidak ada' },
  one: { en: 'one value', id: 'satu nilai' },
  many: { en: 'one or more values', id: 'satu nilai atau lebih' },
  range: { en: 'from and to', id: 'dari dan sampai' },
  duration: { en: 'a length of time', id: 'lama waktu' },
  pattern: { en: 'a pattern (RE2 syntax)', id: 'pola (sintaks RE2)' },
  words: { en: 'words', id: 'kata-kata' },
  calendar: { en: 'opening hours', id: 'jam buka' },
  weekdays: { en: 'days of the week', id: 'hari dalam seminggu' },
  clock: { en: 'two times of day', id: 'dua waktu dalam sehari' },
};

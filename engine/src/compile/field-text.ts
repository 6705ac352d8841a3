import type { Issue } from '../flow/issue.ts';
import type { Locale, LocalText } from '../flow/locale.ts';

/** The field an issue sits in, by the last name in its path. */
export function fieldText(issue: Issue, locale: Locale): string {
  const key = issue.path.findLast((part) => typeof part === 'string');
  if (key === undefined) return { en: 'the flow', id: 'alur' }[locale];
  return FIELDS[String(key)]?.[locale] ?? `“${String(key)}”`;
}

/** What people call the keys of configs and conditions. */
const FIELDS: Readonly<Record<string, LocalText>> = {
  condition: { en: 'the condition', id: 'kondisi' },
  fact: { en: 'the compared field', id: 'bidang yang dibandingkan' },
  op: { en: 'the comparison', id: 'perbandingan' },
  value: { en: 'the compared value', id: 'nilai pembanding' },
  cases: { en: 'the list of cases', id: 'daftar kasus' },
  fields: { en: 'the list of fields', id: 'daftar bidang' },
  add: { en: 'the tags to add or remove', id: 'tag yang ditambah atau dihapus' },
  remove: { en: 'the tags to remove', id: 'tag yang dihapus' },
  queueId: { en: 'the queue', id: 'antrean' },
  agentId: { en: 'the agent or team', id: 'agen atau tim' },
  teamId: { en: 'the team', id: 'tim' },
  skillId: { en: 'the skill', id: 'keahlian' },
  level: { en: 'the level', id: 'tingkat' },
  language: { en: 'the language', id: 'bahasa' },
  recipients: { en: 'the list of recipients', id: 'daftar penerima' },
  text: { en: 'the text', id: 'teks' },
  from: { en: 'the value “from”', id: 'nilai “dari”' },
  to: { en: 'the value “to”', id: 'nilai “menjadi”' },
  reason: { en: 'the reason', id: 'alasan' },
  question: { en: 'the question', id: 'pertanyaan' },
  message: { en: 'the message', id: 'pesan' },
  url: { en: 'the address', id: 'alamat' },
  address: { en: 'the address', id: 'alamat' },
  body: { en: 'the content', id: 'isi' },
  method: { en: 'the method', id: 'metode' },
  answers: { en: 'the values to keep', id: 'nilai yang disimpan' },
  name: { en: 'the name', id: 'nama' },
  path: { en: 'the place in the answer', id: 'tempat di jawaban' },
  credentialId: { en: 'the credential', id: 'kredensial' },
  flowId: { en: 'the flow', id: 'alur' },
  calendarId: { en: 'the calendar', id: 'kalender' },
  policyId: { en: 'the service target policy', id: 'kebijakan target layanan' },
  actions: { en: 'the list of actions', id: 'daftar aksi' },
  timeoutMs: { en: 'the time after which the ticket moves on', id: 'waktu sebelum tiket pindah' },
  skipIf: { en: 'the condition for moving on', id: 'kondisi untuk pindah' },
  ladder: { en: 'the list of next queues', id: 'daftar antrean berikutnya' },
  skills: { en: 'the list of skills', id: 'daftar keahlian' },
  location: { en: 'the location', id: 'lokasi' },
  drop: { en: 'the number of the skill', id: 'nomor keahlian' },
  way: { en: 'the way', id: 'cara' },
  until: { en: 'the wait', id: 'waktu tunggu' },
  ms: { en: 'the length of time', id: 'lama waktu' },
  at: { en: 'the time', id: 'waktu' },
  weekdays: { en: 'the days', id: 'hari' },
  metric: { en: 'the service target', id: 'target layanan' },
  forMs: { en: 'the length of time', id: 'lama waktu' },
  afterMs: { en: 'the length of time', id: 'lama waktu' },
  beforeMs: { en: 'the time before the target', id: 'waktu sebelum target' },
  waitingOn: { en: 'whom the ticket waits for', id: 'siapa yang ditunggu' },
  clock: { en: 'the hours that count', id: 'jam yang dihitung' },
  refire: { en: 'how often it starts', id: 'seberapa sering mulai' },
  times: { en: 'the number of times', id: 'jumlah kali' },
  cron: { en: 'the schedule', id: 'jadwal' },
  roles: { en: 'the roles', id: 'peran' },
  teamIds: { en: 'the list of teams', id: 'daftar tim' },
  atLeast: { en: 'the lowest score', id: 'nilai paling rendah' },
  atMost: { en: 'the highest score', id: 'nilai paling tinggi' },
  shares: { en: 'the list of shares', id: 'daftar bagian' },
  percent: { en: 'the percentage', id: 'persentase' },
  ends: { en: 'what ends the wait', id: 'yang mengakhiri penantian' },
};

/** A text with its first letter large, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

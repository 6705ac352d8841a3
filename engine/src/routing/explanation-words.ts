import type { ExclusionReason, Policy } from './assignment.ts';

export type ExplanationLocale = 'en' | 'id';

type Counted = (count: number) => string;

/** Reasons that need nothing but a number of agents. */
export type PlainReasonCode = Exclude<
  ExclusionReason['code'],
  'lacksSkill' | 'customStatus' | 'wrongChannel' | 'fullOnChannel'
>;

/** The words explanations are made of. Clauses about agents begin with their number, or with nothing for one by name. */
export interface ExplanationWords {
  decimal(text: string): string;
  readonly seconds: Counted;
  readonly minutes: Counted;
  readonly hours: Counted;
  readonly days: Counted;
  waited(duration: string): string;
  only(figures: string): string;
  /** What distinguished the chosen agent among `count` eligible ones. */
  readonly chosen: Readonly<Record<Policy, (count: number, figures: string) => string>>;
  preferred(count: number, figures: string): string;
  runnerUp(name: string, figures: string): string;
  fit(value: string): string;
  proficiency(value: string): string;
  spare(units: string): string;
  load(load: string, capacity: string): string;
  excluded(count: number, clauses: string): string;
  readonly reasons: Readonly<Record<PlainReasonCode, Counted>>;
  customStatus(count: number, status: string): string;
  wrongChannel(count: number, channel: string): string;
  fullOnChannel(count: number, channel: string): string;
  lacksSkill(count: number, skill: string, level: number): string;
  /** About one agent: `has` is their level, 0 for none. */
  one(name: string, clause: string): string;
  readonly oneReasons: Readonly<Record<PlainReasonCode, string>>;
  oneStatus(status: string): string;
  oneWrongChannel(channel: string): string;
  oneFullOnChannel(channel: string): string;
  oneLacksSkill(skill: string, level: number, has: number): string;
  eligible(name: string): string;
  readonly held: string;
  readonly noEligibleAgent: string;
  readonly nobody: string;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const english: ExplanationWords = {
  decimal: (text) => text,
  seconds: (count) => plural(count, 'second'),
  minutes: (count) => plural(count, 'minute'),
  hours: (count) => plural(count, 'hour'),
  days: (count) => plural(count, 'day'),
  waited: (duration) => `Waited ${duration}.`,
  only: (figures) => `The only eligible agent (${figures}).`,
  chosen: {
    balanced: (count, figures) => `The best fit of ${count} eligible agents (${figures}).`,
    priorityThenAge: (count, figures) => `The most spare capacity of ${count} eligible agents (${figures}).`,
    dueFirst: (count, figures) => `Next due; the most spare capacity of ${count} eligible agents (${figures}).`,
    roundRobin: (count, figures) => `Their turn among ${count} eligible agents (${figures}).`,
    leastLoaded: (count, figures) => `The least loaded of ${count} eligible agents (${figures}).`,
    longestIdle: (count, figures) => `Without work for the longest of ${count} eligible agents (${figures}).`,
    firstIn: (count, figures) => `The first to come online of ${count} eligible agents (${figures}).`,
  },
  preferred: (count, figures) => `Preferred for this customer among ${plural(count, 'eligible agent')} (${figures}).`,
  runnerUp: (name, figures) => `Next in line: ${name} (${figures}).`,
  fit: (value) => `fit ${value}`,
  proficiency: (value) => `proficiency ${value}`,
  spare: (units) => `spare ${units}`,
  load: (load, capacity) => `load ${load} of ${capacity}`,
  excluded: (count, clauses) => `${plural(count, 'agent')} could not take it: ${clauses}.`,
  reasons: {
    offline: (count) => `${count} offline`,
    outOfShift: (count) => `${count} outside their shift`,
    away: (count) => `${count} away`,
    wrongTeam: (count) => `${count} outside the team`,
    wrongLanguage: (count) => `${count} without the language`,
    wrongLocation: (count) => `${count} at another location`,
    declined: (count) => `${count} declined it`,
    full: (count) => `${count} at full capacity`,
    fairShare: (count) => `${count} already took ${count === 1 ? 'a' : 'their'} fair share of the backlog`,
  },
  customStatus: (count, status) => `${count} on status ${status}`,
  wrongChannel: (count, channel) => `${count} not on channel ${channel}`,
  fullOnChannel: (count, channel) => `${count} at full capacity on ${channel}`,
  lacksSkill: (count, skill, level) => `${count} ${count === 1 ? 'lacks' : 'lack'} ${skill} at level ${level}`,
  one: (name, clause) => `${name} ${clause}.`,
  oneReasons: {
    offline: 'is offline',
    outOfShift: 'is outside their shift',
    away: 'is away',
    wrongTeam: 'is not in the team it is for',
    wrongLanguage: 'does not speak its language',
    wrongLocation: 'is at another location',
    declined: 'declined it',
    full: 'is at full capacity',
    fairShare: 'already took a fair share of the backlog',
  },
  oneStatus: (status) => `is on status ${status}`,
  oneWrongChannel: (channel) => `does not serve channel ${channel}`,
  oneFullOnChannel: (channel) => `is at full capacity on ${channel}`,
  oneLacksSkill: (skill, level, has) =>
    has === 0 ? `lacks ${skill}, needed at level ${level}` : `has ${skill} at level ${has}, needed at level ${level}`,
  eligible: (name) => `${name} could take it: it is given out in the order of urgency.`,
  held:
    'Held for now: the eligible agents have two tickets or more and are kept free for work that suits them better. ' +
    'They take it once 30 % of its target has passed, or as soon as they hold fewer than two tickets.',
  noEligibleAgent: 'Waiting until an eligible agent is free.',
  nobody: 'Waiting: no agents are set up to take it.',
};

const indonesian: ExplanationWords = {
  decimal: (text) => text.replace('.', ','),
  seconds: (count) => `${count} detik`,
  minutes: (count) => `${count} menit`,
  hours: (count) => `${count} jam`,
  days: (count) => `${count} hari`,
  waited: (duration) => `Menunggu ${duration}.`,
  only: (figures) => `Satu-satunya agen yang memenuhi syarat (${figures}).`,
  chosen: {
    balanced: (count, figures) => `Paling cocok dari ${count} agen yang memenuhi syarat (${figures}).`,
    priorityThenAge: (count, figures) =>
      `Sisa kapasitas terbanyak dari ${count} agen yang memenuhi syarat (${figures}).`,
    dueFirst: (count, figures) =>
      `Paling dekat batas waktunya; sisa kapasitas terbanyak dari ${count} agen yang memenuhi syarat (${figures}).`,
    roundRobin: (count, figures) => `Mendapat giliran dari ${count} agen yang memenuhi syarat (${figures}).`,
    leastLoaded: (count, figures) => `Beban paling ringan dari ${count} agen yang memenuhi syarat (${figures}).`,
    longestIdle: (count, figures) => `Paling lama tanpa tiket dari ${count} agen yang memenuhi syarat (${figures}).`,
    firstIn: (count, figures) => `Paling dahulu daring dari ${count} agen yang memenuhi syarat (${figures}).`,
  },
  preferred: (count, figures) => `Diutamakan untuk pelanggan ini dari ${count} agen yang memenuhi syarat (${figures}).`,
  runnerUp: (name, figures) => `Urutan berikutnya: ${name} (${figures}).`,
  fit: (value) => `kecocokan ${value}`,
  proficiency: (value) => `kemahiran ${value}`,
  spare: (units) => `sisa kapasitas ${units}`,
  load: (load, capacity) => `beban ${load} dari ${capacity}`,
  excluded: (count, clauses) => `${count} agen tidak dapat mengambilnya: ${clauses}.`,
  reasons: {
    offline: (count) => `${count} luring`,
    outOfShift: (count) => `${count} di luar giliran kerja`,
    away: (count) => `${count} sedang tidak di tempat`,
    wrongTeam: (count) => `${count} di luar tim`,
    wrongLanguage: (count) => `${count} tidak menguasai bahasanya`,
    wrongLocation: (count) => `${count} di lokasi lain`,
    declined: (count) => `${count} menolaknya`,
    full: (count) => `${count} kapasitasnya penuh`,
    fairShare: (count) => `${count} sudah mengambil bagian yang adil dari antrean`,
  },
  customStatus: (count, status) => `${count} berstatus ${status}`,
  wrongChannel: (count, channel) => `${count} tidak melayani kanal ${channel}`,
  fullOnChannel: (count, channel) => `${count} kapasitasnya penuh di ${channel}`,
  lacksSkill: (count, skill, level) => `${count} belum memiliki keahlian ${skill} tingkat ${level}`,
  one: (name, clause) => `${name} ${clause}.`,
  oneReasons: {
    offline: 'sedang luring',
    outOfShift: 'di luar giliran kerja',
    away: 'sedang tidak di tempat',
    wrongTeam: 'bukan anggota tim yang diminta',
    wrongLanguage: 'tidak menguasai bahasanya',
    wrongLocation: 'berada di lokasi lain',
    declined: 'menolaknya',
    full: 'kapasitasnya penuh',
    fairShare: 'sudah mengambil bagian yang adil dari antrean',
  },
  oneStatus: (status) => `berstatus ${status}`,
  oneWrongChannel: (channel) => `tidak melayani kanal ${channel}`,
  oneFullOnChannel: (channel) => `kapasitasnya penuh di ${channel}`,
  oneLacksSkill: (skill, level, has) =>
    has === 0
      ? `belum memiliki keahlian ${skill}, diperlukan tingkat ${level}`
      : `memiliki keahlian ${skill} tingkat ${has}, diperlukan tingkat ${level}`,
  eligible: (name) => `${name} dapat mengambilnya: tiket dibagikan menurut urutan kegentingan.`,
  held:
    'Ditahan sementara: agen yang memenuhi syarat sudah memegang dua tiket atau lebih dan disiapkan untuk tiket yang ' +
    'lebih sesuai. Tiket ini diambil setelah 30 % batas waktunya lewat, atau begitu mereka memegang kurang dari dua tiket.',
  noEligibleAgent: 'Menunggu sampai ada agen yang memenuhi syarat dan punya kapasitas.',
  nobody: 'Menunggu: belum ada agen yang diatur untuk mengambilnya.',
};

export const EXPLANATION_WORDS: Readonly<Record<ExplanationLocale, ExplanationWords>> = {
  en: english,
  id: indonesian,
};

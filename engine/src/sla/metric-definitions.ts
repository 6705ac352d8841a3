import type { LocalText } from '../flow/locale.ts';

/** What a published figure counts in: milliseconds, things, or a share of 0 to 1. */
export type MetricUnit = 'duration' | 'count' | 'share';

/** A published figure: its name and, beside it on screen, what exactly it says. */
export interface MetricDefinition {
  readonly key: string;
  readonly unit: MetricUnit;
  /** On durations: around the clock, in business hours, or both. */
  readonly clocks: readonly ('calendar' | 'business')[];
  readonly label: LocalText;
  readonly definition: LocalText;
}

function define(
  key: string,
  unit: MetricUnit,
  clocks: MetricDefinition['clocks'],
  label: LocalText,
  definition: LocalText,
): MetricDefinition {
  return { key, unit, clocks, label, definition };
}

const BOTH = ['calendar', 'business'] as const;
const CALENDAR = ['calendar'] as const;

/**
 * Every published figure, in the order screens list them. Lengths of time are given as mean, median and p90 (see
 * `quantile`) and belong to the time in which their clock stopped; counts and shares to the time shown.
 */
export const METRIC_DEFINITIONS: readonly MetricDefinition[] = [
  define(
    'firstReply',
    'duration',
    BOTH,
    { en: 'First reply time', id: 'Waktu balasan pertama' },
    {
      en: 'From the ticket’s creation to the first public reply by a person. Bots don’t count; a ticket solved without a reply ends then. A ticket that a bot solved and that comes back starts anew.',
      id: 'Sejak tiket dibuat sampai balasan publik pertama dari orang. Bot tidak dihitung; tiket yang selesai tanpa balasan berakhir saat itu. Tiket yang diselesaikan bot lalu dibuka kembali dihitung dari awal.',
    },
  ),
  define(
    'nextReply',
    'duration',
    BOTH,
    { en: 'Next reply time', id: 'Waktu balasan berikutnya' },
    {
      en: 'From the oldest unanswered message of the customer to the next public reply by an agent, after the first reply. Each exchange counts once.',
      id: 'Sejak pesan pelanggan tertua yang belum dijawab sampai balasan publik agen berikutnya, setelah balasan pertama. Setiap tanya jawab dihitung sekali.',
    },
  ),
  define(
    'requesterWait',
    'duration',
    BOTH,
    { en: 'Customer’s waiting time', id: 'Waktu tunggu pelanggan' },
    {
      en: 'From creation to solution, counting only the time the ticket was new, in progress or with a third party.',
      id: 'Sejak dibuat sampai selesai, hanya saat tiket baru, dikerjakan, atau menunggu pihak ketiga.',
    },
  ),
  define(
    'agentWork',
    'duration',
    BOTH,
    { en: 'Agent work time', id: 'Waktu kerja agen' },
    {
      en: 'From creation to solution, counting only the time the ticket was new or in progress.',
      id: 'Sejak dibuat sampai selesai, hanya saat tiket baru atau dikerjakan.',
    },
  ),
  define(
    'firstResolution',
    'duration',
    BOTH,
    { en: 'First resolution time', id: 'Waktu penyelesaian pertama' },
    {
      en: 'From creation to the first time the ticket was solved.',
      id: 'Sejak dibuat sampai pertama kali selesai.',
    },
  ),
  define(
    'totalResolution',
    'duration',
    BOTH,
    { en: 'Total resolution time', id: 'Total waktu penyelesaian' },
    {
      en: 'From creation to the last time the ticket was solved, without the time it was solved in between.',
      id: 'Sejak dibuat sampai terakhir kali selesai, tanpa waktu saat tiket sempat selesai di antaranya.',
    },
  ),
  define(
    'backlog',
    'count',
    [],
    { en: 'Backlog', id: 'Tiket tertunggak' },
    {
      en: 'Tickets that are not solved now.',
      id: 'Tiket yang belum selesai saat ini.',
    },
  ),
  define(
    'backlogOverLimit',
    'count',
    [],
    { en: 'Backlog over the limit', id: 'Tunggakan melebihi batas' },
    {
      en: 'Unsolved tickets of a queue beyond the number its limit allows; 0 below it.',
      id: 'Tiket antrean yang belum selesai di atas batas antreannya; 0 bila di bawahnya.',
    },
  ),
  define(
    'waiting',
    'count',
    [],
    { en: 'Waiting', id: 'Menunggu' },
    {
      en: 'Tickets in a queue that no agent has accepted yet.',
      id: 'Tiket di antrean yang belum diterima agen mana pun.',
    },
  ),
  define(
    'longestWait',
    'duration',
    CALENDAR,
    { en: 'Longest wait', id: 'Tunggu terlama' },
    {
      en: 'How long the ticket that has waited longest in the queue has been there.',
      id: 'Lama tiket yang paling lama menunggu di antrean.',
    },
  ),
  define(
    'speedToAccept',
    'duration',
    CALENDAR,
    { en: 'Speed to accept', id: 'Kecepatan diterima' },
    {
      en: 'From being put into the queue to being accepted by an agent, for tickets that were accepted.',
      id: 'Sejak masuk antrean sampai diterima agen, untuk tiket yang diterima.',
    },
  ),
  define(
    'offersMade',
    'count',
    [],
    { en: 'Offers made', id: 'Tawaran dibuat' },
    {
      en: 'Times a ticket was offered to an agent.',
      id: 'Berapa kali tiket ditawarkan kepada agen.',
    },
  ),
  define(
    'offersAccepted',
    'count',
    [],
    { en: 'Offers accepted', id: 'Tawaran diterima' },
    {
      en: 'Offers the agent took.',
      id: 'Tawaran yang diambil agen.',
    },
  ),
  define(
    'offersDeclined',
    'count',
    [],
    { en: 'Offers declined', id: 'Tawaran ditolak' },
    {
      en: 'Offers the agent refused.',
      id: 'Tawaran yang ditolak agen.',
    },
  ),
  define(
    'offersTimedOut',
    'count',
    [],
    { en: 'Offers timed out', id: 'Tawaran kedaluwarsa' },
    {
      en: 'Offers the agent left unanswered.',
      id: 'Tawaran yang tidak dijawab agen.',
    },
  ),
  define(
    'abandonment',
    'share',
    [],
    { en: 'Abandonment', id: 'Ditinggalkan' },
    {
      en: 'Tickets that ended before an agent accepted them, of all tickets put into the queue.',
      id: 'Tiket yang berakhir sebelum diterima agen, dari semua tiket yang masuk antrean.',
    },
  ),
  define(
    'occupancy',
    'share',
    [],
    { en: 'Occupancy', id: 'Kesibukan' },
    {
      en: 'Time agents spent on contacts and the work after them, of that time and the time they were free.',
      id: 'Waktu agen menangani kontak dan pekerjaan sesudahnya, dari waktu itu ditambah waktu luang.',
    },
  ),
  define(
    'slaAttainment',
    'share',
    [],
    { en: 'SLA attainment', id: 'Pencapaian SLA' },
    {
      en: 'Targets met, of targets met and missed. Targets that still have time, and tickets without a target, are left out.',
      id: 'Target terpenuhi, dari target yang terpenuhi dan terlewat. Target yang masih punya waktu dan tiket tanpa target tidak dihitung.',
    },
  ),
  define(
    'serviceLevel',
    'share',
    [],
    { en: 'Service level', id: 'Tingkat layanan' },
    {
      en: 'Tickets accepted within the chosen time, of all tickets put into the queue.',
      id: 'Tiket yang diterima dalam waktu yang dipilih, dari semua tiket yang masuk antrean.',
    },
  ),
  define(
    'csat',
    'share',
    [],
    { en: 'Customer satisfaction', id: 'Kepuasan pelanggan' },
    {
      en: 'Answers of 4 or 5 of 5, of all answers.',
      id: 'Jawaban 4 atau 5 dari 5, dari semua jawaban.',
    },
  ),
  define(
    'csatResponseRate',
    'share',
    [],
    { en: 'Survey response rate', id: 'Tingkat respons survei' },
    {
      en: 'Surveys answered, of surveys sent.',
      id: 'Survei yang dijawab, dari survei yang dikirim.',
    },
  ),
  define(
    'reopenRate',
    'share',
    [],
    { en: 'Reopen rate', id: 'Tingkat dibuka kembali' },
    {
      en: 'Solved tickets that were reopened at least once, of all tickets solved.',
      id: 'Tiket selesai yang pernah dibuka kembali, dari semua tiket yang selesai.',
    },
  ),
  define(
    'transferRate',
    'share',
    [],
    { en: 'Transfer rate', id: 'Tingkat pengalihan' },
    {
      en: 'Assigned tickets that went from one team or agent to another, of all tickets assigned.',
      id: 'Tiket yang berpindah tim atau agen, dari semua tiket yang pernah ditugaskan.',
    },
  ),
  define(
    'routingHops',
    'count',
    [],
    { en: 'Routing hops', id: 'Lompatan pengarahan' },
    {
      en: 'Queues, teams and agents a ticket went through, not counting the first.',
      id: 'Antrean, tim, dan agen yang dilalui tiket, tidak termasuk yang pertama.',
    },
  ),
  define(
    'unassignedAge',
    'duration',
    CALENDAR,
    { en: 'Unassigned age', id: 'Umur tanpa penanggung jawab' },
    {
      en: 'How long unsolved tickets have been without an agent.',
      id: 'Lama tiket yang belum selesai tidak punya agen.',
    },
  ),
  define(
    'flowRuns',
    'count',
    [],
    { en: 'Flow runs', id: 'Alur dijalankan' },
    {
      en: 'Runs of flows that had consequences.',
      id: 'Berapa kali alur berjalan dan berdampak.',
    },
  ),
  define(
    'flowFailures',
    'count',
    [],
    { en: 'Flow failures', id: 'Kegagalan alur' },
    {
      en: 'Runs that failed at a step.',
      id: 'Alur yang gagal di suatu langkah.',
    },
  ),
  define(
    'classifierOverrideRate',
    'share',
    [],
    { en: 'Suggestions overridden', id: 'Saran yang diubah' },
    {
      en: 'Suggested categories that a person changed, of all suggested.',
      id: 'Kategori saran yang diubah orang, dari semua yang disarankan.',
    },
  ),
];

/** The definition of a published figure; undefined for an unknown key. */
export function metricDefinition(key: string): MetricDefinition | undefined {
  return METRIC_DEFINITIONS.find((definition) => definition.key === key);
}

import { describe, expect, it } from 'vitest';
import type { ConditionTrace } from '../conditions/condition-trace.ts';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { LOCALES } from '../flow/locale.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { namesOf } from '../nodes/names-of.ts';
import { explainStep, explainStepBriefly } from './explain-step.ts';
import type { Step } from './trace.ts';

const names = namesOf(workspace, EMPTY_FLOW);
const isBilling = (holds: boolean): ConditionTrace => ({
  type: 'comparison',
  fact: 'ticket.category',
  op: 'is',
  expected: 'Billing',
  seen: holds ? 'Billing' : null,
  holds,
});
const isVip = (holds: boolean): ConditionTrace => ({
  type: 'comparison',
  fact: 'contact.isVip',
  op: 'is',
  expected: true,
  seen: holds,
  holds,
});
const HAS_NO_TAGS: ConditionTrace = {
  type: 'comparison',
  fact: 'ticket.tags',
  op: 'isEmpty',
  expected: null,
  seen: null,
  holds: true,
};
const NESTED: ConditionTrace = {
  type: 'all',
  holds: true,
  items: [
    isBilling(true),
    { type: 'not', holds: true, item: isVip(false) },
    { type: 'any', holds: true, items: [isVip(false), HAS_NO_TAGS] },
  ],
};

type Told = readonly [step: Omit<Step, 'nodeId'>, english: string, indonesian: string];

const STEPS: readonly Told[] = [
  [{ kind: 'trigger.ticketCreated', port: 'then' }, 'started by “New ticket”', 'dimulai oleh “Tiket baru”'],
  [
    { kind: 'control.wait', port: null, waits: { untilMs: null, for: 'time' } },
    'waits until something happens',
    'menunggu sampai sesuatu terjadi',
  ],
  [
    { kind: 'control.join', port: null, waits: { untilMs: null, for: 'branches' } },
    'waits for its other branches',
    'menunggu cabang lainnya',
  ],
  [{ kind: 'control.wait', port: 'happened' }, 'what it waited for happened', 'yang ditunggu terjadi'],
  [{ kind: 'control.join', port: 'then' }, 'the branches came together', 'cabang-cabangnya bergabung'],
  [{ kind: 'control.parallel', port: 'done' }, 'went on side by side', 'berlanjut bersamaan'],
  [{ kind: 'control.sequence', port: 'done' }, 'all actions were done', 'semua aksi selesai'],
  [{ kind: 'action.startFlow', port: 'done' }, 'started another flow', 'memulai alur lain'],
  [{ kind: 'control.stop', port: null }, 'stopped', 'berhenti'],
  [
    { kind: 'action.route', port: null },
    '“Route to queue” could not be run',
    '“Arahkan ke antrean” tidak dapat dijalankan',
  ],
  [{ kind: 'action.route', port: 'done' }, 'Route to queue: it went well', 'Arahkan ke antrean: berhasil'],
  [{ kind: 'action.sned', port: null }, '“action.sned” could not be run', '“action.sned” tidak dapat dijalankan'],
  [{ kind: 'action.note', port: 'done', effectCount: 1, changes: {} }, 'Add internal note', 'Tambah catatan internal'],
  [
    { kind: 'action.setFields', port: 'done', effectCount: 0, changes: {} },
    'Set fields (nothing to change)',
    'Isi bidang (tidak ada yang berubah)',
  ],
  [{ kind: 'action.setFields', port: 'done', effectCount: 1 }, 'Set fields', 'Isi bidang'],
  [
    {
      kind: 'action.reply',
      port: null,
      effectCount: 1,
      changes: { 'ticket.priority': { from: 'low', to: 'high' } },
      waits: { untilMs: null, for: 'outcome' },
    },
    'Reply to customer: waits for the answer, priority from Low to High',
    'Balas pelanggan: menunggu jawaban, prioritas dari Rendah menjadi Tinggi',
  ],
  [
    {
      kind: 'action.sned',
      port: null,
      failure: 'notRunnable',
      changes: { 'ticket.queue': { from: null, to: 'q-pay' } },
    },
    '“action.sned” failed, because it cannot be run as it is set up, routed to queue Payments',
    '“action.sned” gagal, karena pengaturannya tidak dapat dijalankan, diarahkan ke antrean Payments',
  ],
  [
    {
      kind: 'action.unassign',
      port: 'done',
      effectCount: 1,
      changes: { 'ticket.assignee': { from: 'a-dewi', to: null }, 'ticket.team': { from: 't-1', to: null } },
    },
    'taken from Dewi and taken from team Tier 1',
    'dilepas dari Dewi dan dilepas dari tim Tier 1',
  ],
  [
    {
      kind: 'action.assign',
      port: 'done',
      effectCount: 1,
      changes: { 'ticket.assignee': { from: null, to: 'a-dewi' }, 'ticket.team': { from: null, to: 't-1' } },
    },
    'assigned to Dewi and assigned to team Tier 1',
    'ditugaskan kepada Dewi dan ditugaskan kepada tim Tier 1',
  ],
  [
    {
      kind: 'action.setFields',
      port: 'done',
      effectCount: 1,
      changes: { 'ticket.category': { from: 'Billing', to: null }, 'ticket.level': { from: null, to: 2 } },
    },
    'category from Billing to empty and support level from empty to 2',
    'kategori dari Billing menjadi kosong dan tingkat dukungan dari kosong menjadi 2',
  ],
  [{ kind: 'filter.split', port: 'a', conditions: [] }, 'took share a', 'mengambil bagian a'],
  [
    { kind: 'filter.condition', port: 'no', conditions: [{ trace: isBilling(false) }] },
    'category is Billing → no (category: empty)',
    'kategori adalah Billing → tidak (kategori: kosong)',
  ],
  [
    {
      kind: 'filter.switch',
      port: 'otherwise',
      conditions: [{ trace: isBilling(false) }, { trace: isVip(false) }],
    },
    'category is Billing → no (category: empty), VIP customer is yes → no (VIP customer: no), so otherwise',
    'kategori adalah Billing → tidak (kategori: kosong), pelanggan VIP adalah ya → tidak (pelanggan VIP: tidak), jadi selain itu',
  ],
  [
    {
      kind: 'filter.switch',
      port: 'c1',
      conditions: [{ trace: isBilling(false) }, { trace: isVip(true) }],
    },
    'category is Billing → no (category: empty), VIP customer is yes → yes (VIP customer: yes)',
    'kategori adalah Billing → tidak (kategori: kosong), pelanggan VIP adalah ya → ya (pelanggan VIP: ya)',
  ],
  [
    { kind: 'filter.switch', port: 'otherwise', conditions: [{ trace: isBilling(true) }] },
    'category is Billing → yes (category: Billing)',
    'kategori adalah Billing → ya (kategori: Billing)',
  ],
  [
    { kind: 'filter.condition', port: 'yes', conditions: [{ trace: NESTED }] },
    'category is Billing and it is not so that (VIP customer is yes) and (VIP customer is yes or tags is empty) → yes (category: Billing; VIP customer: no; tags: empty)',
    'kategori adalah Billing dan tidak benar bahwa (pelanggan VIP adalah ya) dan (pelanggan VIP adalah ya atau tag kosong) → ya (kategori: Billing; pelanggan VIP: tidak; tag: kosong)',
  ],
];

/** The same in short: only what decided. */
const BRIEF_STEPS: readonly Told[] = [
  [
    { kind: 'filter.condition', port: 'no', conditions: [{ trace: isBilling(false) }] },
    'category is Billing → no (category: empty)',
    'kategori adalah Billing → tidak (kategori: kosong)',
  ],
  [
    {
      kind: 'filter.switch',
      port: 'otherwise',
      conditions: [{ trace: isBilling(false) }, { trace: isVip(false) }],
    },
    'none of 2 cases held, so otherwise',
    'tak satu pun dari 2 kasus cocok, jadi selain itu',
  ],
  [
    {
      kind: 'filter.switch',
      port: 'c1',
      conditions: [{ trace: isBilling(false) }, { trace: isVip(true) }],
    },
    'VIP customer is yes → yes (VIP customer: yes)',
    'pelanggan VIP adalah ya → ya (pelanggan VIP: ya)',
  ],
  [
    { kind: 'filter.switch', port: 'otherwise', conditions: [{ trace: isBilling(true) }] },
    'category is Billing → yes (category: Billing)',
    'kategori adalah Billing → ya (kategori: Billing)',
  ],
  [
    { kind: 'filter.condition', port: 'yes', conditions: [{ trace: NESTED }] },
    'category is Billing and it is not so that (VIP customer is yes) and tags is empty → yes (category: Billing; VIP customer: no; tags: empty)',
    'kategori adalah Billing dan tidak benar bahwa (pelanggan VIP adalah ya) dan tag kosong → ya (kategori: Billing; pelanggan VIP: tidak; tag: kosong)',
  ],
];

describe('the words for a step', () => {
  it.each(STEPS)('%j are “%s”', (step, english, indonesian) => {
    const texts = LOCALES.map((locale) => explainStep({ nodeId: 'n', ...step }, names, locale));
    expect(texts).toEqual([english, indonesian]);
  });

  it.each(BRIEF_STEPS)('%j in short are “%s”', (step, english, indonesian) => {
    const texts = LOCALES.map((locale) => explainStepBriefly({ nodeId: 'n', ...step }, names, locale));
    expect(texts).toEqual([english, indonesian]);
  });

  it('cut a long value short, and no other', () => {
    const changed = (to: string) => {
      const changes = { 'ticket.subject': { from: null, to } };
      return explainStep({ nodeId: 'n', kind: 'action.setFields', port: 'done', effectCount: 1, changes }, names, 'en');
    };
    expect(changed('x'.repeat(81))).toBe(`subject from empty to ${'x'.repeat(80)}…`);
    expect(changed('x'.repeat(80))).toBe(`subject from empty to ${'x'.repeat(80)}`);
  });
});

import { describe, expect, it } from 'vitest';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import { LOCALES, type LocalText } from '../flow/locale.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { CONTROL_NAMES } from './control.ts';
import { namesOf } from './names-of.ts';
import { configJsonSchema, NODE_CATALOGUE, nodeDefinition } from './node-catalogue.ts';

const names = namesOf(workspace);
const catalogue = factCatalogue(workspace);

/** Node kinds whose default config a person must fill in before publishing, and where. */
const UNFILLED: Readonly<Record<string, readonly string[]>> = {
  'trigger.ticketUpdated': ['MISSING_CONFIG fields'],
  'trigger.webhook': ['MISSING_CONFIG name'],
  'filter.condition': ['EMPTY_CONDITION condition.all'],
  'filter.switch': ['MISSING_CONFIG cases'],
  'action.setFields': ['MISSING_CONFIG fields'],
  'action.tags': ['MISSING_CONFIG add'],
  'action.route': ['MISSING_CONFIG queueId'],
  'action.assign': ['MISSING_CONFIG agentId'],
  'action.note': ['MISSING_CONFIG text'],
  'action.notify': ['MISSING_CONFIG recipients', 'MISSING_CONFIG text'],
  'action.transfer': ['MISSING_CONFIG agentId', 'MISSING_CONFIG reason'],
  'action.reply': ['MISSING_CONFIG text'],
  'action.survey': ['MISSING_CONFIG question'],
  'action.webhook': ['MISSING_CONFIG url'],
  'action.startFlow': ['MISSING_CONFIG flowId'],
  'control.sequence': ['MISSING_CONFIG actions'],
};

const CONTROLS: ReadonlySet<string> = new Set(CONTROL_NAMES);

/** Words that are the same in both languages. */
const SHARED = new Set(['Filter', 'Bot', 'Status']);

function expectBothLanguages(text: LocalText) {
  for (const locale of LOCALES) expect(text[locale].trim()).not.toBe('');
  if (!SHARED.has(text.en)) expect(text.en).not.toBe(text.id);
}

function fieldsOf(schema: unknown): readonly Record<string, unknown>[] {
  const properties = Object(schema).properties ?? {};
  return Object.values<Record<string, unknown>>(properties);
}

it('the catalogue has every kind once and finds it by name', () => {
  const kinds = NODE_CATALOGUE.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const definition of NODE_CATALOGUE) expect(nodeDefinition(definition.kind)).toBe(definition);
  expect(nodeDefinition('constructor')).toBeUndefined();
});

describe.each(NODE_CATALOGUE.map((definition) => [definition.kind, definition] as const))('%s', (kind, definition) => {
  it('is named after its group', () => {
    expect(kind.startsWith(`${definition.group}.`)).toBe(true);
  });

  it('has its words in both languages', () => {
    expectBothLanguages(definition.label);
    expectBothLanguages(definition.help);
  });

  it('starts with a config that parses and says what is still to fill in', () => {
    expect(definition.config.safeParse(definition.defaultConfig).success).toBe(true);
    const found = definition.check(definition.defaultConfig, catalogue);
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(UNFILLED[kind] ?? []);
  });

  it('has ports with an id of their own and words in both languages', () => {
    const ports = definition.ports(definition.defaultConfig);
    expect(new Set(ports.map(({ id }) => id)).size).toBe(ports.length);
    for (const port of ports) expectBothLanguages(port.label);
    const required = ports.filter(({ isRequired }) => isRequired).map(({ id }) => id);
    expect(required).toEqual(definition.group === 'trigger' ? ['then'] : []);
  });

  it('gives a JSON schema whose fields say how to edit them', () => {
    const schema = JSON.parse(JSON.stringify(configJsonSchema(definition)));
    expect(schema.type).toBe('object');
    expect(schema.additionalProperties).toBe(false);
    for (const field of fieldsOf(schema)) {
      expect(CONTROLS.has(String(field.control))).toBe(true);
      expectBothLanguages(field.label as LocalText);
      if (field.help) expectBothLanguages(field.help as LocalText);
      if (field.control === 'requirement') {
        for (const inner of fieldsOf(field)) expect(CONTROLS.has(String(inner.control))).toBe(true);
      }
    }
  });

  it('reads as a sentence in both languages', () => {
    const [english, indonesian] = LOCALES.map((locale) => definition.sentence(definition.defaultConfig, names, locale));
    expectBothLanguages({ en: english ?? '', id: indonesian ?? '' });
    expect(english).not.toMatch(/undefined|\[object|\.$/);
  });

  it('survives a config that does not parse', () => {
    const broken = { laterFlows: 1, fields: 2, by: 3, scope: 4, channels: 5, cases: 6, condition: 7, text: 8, add: 9 };
    expect(definition.ports(broken)).toEqual(definition.ports(definition.defaultConfig));
    expect(definition.references(broken)).toEqual([]);
    expect(definition.sentence(broken, names, 'en')).toBe(definition.label.en);
    expect(definition.behaviour(broken)).toBeNull();
    expect(definition.check(broken, catalogue)).not.toEqual([]);
  });
});

describe('sentences', () => {
  it.each([
    [
      'trigger.ticketCreated',
      { channels: ['c-wa', 'c-mail'] },
      'When a ticket is created on WhatsApp Indonesia or Help mailbox',
      'Ketika tiket dibuat di WhatsApp Indonesia atau Help mailbox',
    ],
    [
      'trigger.ticketUpdated',
      { fields: ['ticket.priority'], from: 'low', to: 'high' },
      'When priority changes from Low to High',
      'Ketika prioritas berubah dari Rendah menjadi Tinggi',
    ],
    [
      'trigger.ticketReplied',
      { by: 'customer', firstOnly: true },
      'When the customer replies for the first time',
      'Ketika pelanggan membalas untuk pertama kali',
    ],
    [
      'filter.condition',
      {
        condition: {
          all: [
            { fact: 'ticket.channelType', op: 'is', value: 'whatsapp' },
            { fact: 'ticket.category', op: 'is', value: 'Billing' },
          ],
        },
      },
      'If channel type is WhatsApp and category is Billing',
      'Jika jenis kanal adalah WhatsApp dan kategori adalah Billing',
    ],
    [
      'action.setFields',
      { fields: { 'ticket.status': 'open', 'ticket.priority': 'high', 'ticket.category': null } },
      'Set category to empty, priority to High and status to In progress',
      'Ubah kategori menjadi kosong, prioritas menjadi Tinggi, dan status menjadi Dikerjakan',
    ],
    [
      'action.tags',
      { add: ['vip'], remove: ['bug'] },
      'Add tag “vip”; Remove tag “bug”',
      'Tambah tag “vip”; Hapus tag “bug”',
    ],
    [
      'action.route',
      {
        queueId: 'q-pay',
        requirement: { skills: [{ skillId: 's-refund', level: 3 }], language: 'ticket', teamId: 't-1' },
        priority: 'urgent',
      },
      "Route to queue Payments, needs Refunds (level 3), the ticket's language and team Tier 1, priority Urgent",
      'Arahkan ke antrean Payments, perlu Refunds (tingkat 3), bahasa tiket, dan tim Tier 1, prioritas Mendesak',
    ],
    ['action.assign', { agentId: 'a-dewi' }, 'Assign to Dewi', 'Tugaskan kepada Dewi'],
    [
      'action.notify',
      { recipients: [{ kind: 'supervisors' }, { kind: 'assignee' }], text: 'Look' },
      'Notify the supervisors and the assignee: “Look”',
      'Beri tahu para penyelia dan penanggung jawab: “Look”',
    ],
    [
      'control.stop',
      { laterFlows: true },
      'Stop here, and run no later flow',
      'Berhenti di sini, dan jangan jalankan alur berikutnya',
    ],
  ])('%s says what it is told', (kind, config, english, indonesian) => {
    expect(nodeDefinition(kind)?.sentence(config, names, 'en')).toBe(english);
    expect(nodeDefinition(kind)?.sentence(config, names, 'id')).toBe(indonesian);
  });
});

describe('ports of a switch', () => {
  it('are one per case, named by its label, and otherwise', () => {
    const cases = [
      { id: 'billing', label: 'Billing', condition: {} },
      { id: 'x', condition: {} },
    ];
    expect(
      nodeDefinition('filter.switch')
        ?.ports({ cases })
        .map(({ id, label }) => [id, label.en]),
    ).toEqual([
      ['billing', 'Billing'],
      ['x', 'Case 2'],
      ['otherwise', 'Otherwise'],
    ]);
  });
});

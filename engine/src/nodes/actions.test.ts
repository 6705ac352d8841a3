import { describe, expect, it } from 'vitest';
import { LISTABLE_ACTIONS } from './listable-actions.ts';
import { nodeDefinition } from './node-catalogue.ts';
import { actOf, findingsOf, inputOf, portsOf, sentencesOf } from './node-input.test-support.ts';

const facts = { 'ticket.number': 42, 'ticket.subject': 'Refund', 'ticket.level': 2, 'contact.name': 'Sari' };
const noProviders = inputOf(facts, { providers: new Set() });

/** Each kind told something, what it asks for, its ports and how it reads. */
const CASES: readonly (readonly [
  kind: string,
  config: Record<string, unknown>,
  effects: readonly Record<string, unknown>[],
  ports: string,
  english: string,
  indonesian: string,
])[] = [
  [
    'action.reply',
    { text: 'Hello {{ contact.name }}' },
    [{ type: 'sendReply', text: 'Hello Sari' }],
    'done failed',
    'Reply “Hello {{ contact.name }}”',
    'Balas “Hello {{ contact.name }}”',
  ],
  [
    'action.survey',
    { question: 'How was it?' },
    [{ type: 'sendSurvey', question: 'How was it?' }],
    'done failed',
    'Send survey “How was it?”',
    'Kirim survei “How was it?”',
  ],
  [
    'action.solve',
    {},
    [{ type: 'setField', field: 'ticket.status', value: 'solved' }],
    'done',
    'Solve ticket',
    'Selesaikan tiket',
  ],
  [
    'action.solve',
    { message: 'Done, {{ contact.name }}' },
    [
      { type: 'sendReply', text: 'Done, Sari' },
      { type: 'setField', field: 'ticket.status', value: 'solved' },
    ],
    'done failed',
    'Solve ticket with the message “Done, {{ contact.name }}”',
    'Selesaikan tiket dengan pesan “Done, {{ contact.name }}”',
  ],
  [
    'action.close',
    { message: ' ' },
    [{ type: 'setField', field: 'ticket.status', value: 'closed' }],
    'done',
    'Close ticket',
    'Tutup tiket',
  ],
  [
    'action.unassign',
    { from: 'both' },
    [{ type: 'unassign', from: 'both' }],
    'done',
    'Take the ticket from its agent and team',
    'Lepaskan tiket dari agen dan timnya',
  ],
  [
    'action.transfer',
    { teamId: 't-1', reason: 'Knows {{ ticket.subject }}' },
    [{ type: 'transfer', agentId: null, teamId: 't-1', queueId: null, reason: 'Knows Refund' }],
    'done',
    'Transfer to team Tier 1: “Knows {{ ticket.subject }}”',
    'Alihkan kepada tim Tier 1: “Knows {{ ticket.subject }}”',
  ],
  [
    'action.escalate',
    {},
    [
      { type: 'setField', field: 'ticket.level', value: 3 },
      { type: 'notify', recipients: [{ kind: 'level', level: 3 }], text: '#42 Refund' },
    ],
    'done',
    'Escalate by one level',
    'Eskalasi satu tingkat',
  ],
  [
    'action.escalate',
    { level: 5, text: 'Help with {{ ticket.number }}' },
    [
      { type: 'setField', field: 'ticket.level', value: 5 },
      { type: 'notify', recipients: [{ kind: 'level', level: 5 }], text: 'Help with 42' },
    ],
    'done',
    'Escalate to level 5: “Help with {{ ticket.number }}”',
    'Eskalasi ke tingkat 5: “Help with {{ ticket.number }}”',
  ],
  [
    'action.notify',
    {
      recipients: [
        { kind: 'level', level: 2 },
        { kind: 'address', address: 'boss@example.com' },
      ],
      way: 'email',
      text: 'Look at {{ ticket.number }}',
    },
    [
      {
        type: 'notify',
        recipients: [
          { kind: 'level', level: 2 },
          { kind: 'address', address: 'boss@example.com' },
        ],
        text: 'Look at 42',
        way: 'email',
      },
    ],
    'done failed',
    'Notify the people of level 2 and boss@example.com by e-mail: “Look at {{ ticket.number }}”',
    'Beri tahu petugas tingkat 2 dan boss@example.com lewat surel: “Look at {{ ticket.number }}”',
  ],
  [
    'action.lookupContact',
    {},
    [{ type: 'lookupContact' }],
    'done failed',
    'Look up the customer in the CRM',
    'Cari data pelanggan di CRM',
  ],
  [
    'action.classify',
    { fields: ['language', 'category', 'language'] },
    [{ type: 'askAi', task: 'classify', fields: ['category', 'language'] }],
    'done failed',
    'Let AI recognise category and language',
    'Minta AI mengenali kategori dan bahasa',
  ],
  [
    'action.suggestReply',
    {},
    [{ type: 'askAi', task: 'suggestReply', fields: [] }],
    'done failed',
    'Let AI draft a reply for the agent',
    'Minta AI menyusun draf balasan untuk agen',
  ],
  [
    'action.answer',
    {},
    [{ type: 'askAi', task: 'answer', fields: [] }],
    'done failed',
    'Let AI answer the customer from the knowledge base',
    'Minta AI menjawab pelanggan dari basis pengetahuan',
  ],
];

describe.each(CASES)('%s told %j', (kind, config, effects, ports, english, indonesian) => {
  it('asks for its effects, has its ports and reads in both languages', () => {
    expect(actOf(kind, config, inputOf(facts))).toEqual({ effects });
    expect(portsOf(kind, config).join(' ')).toBe(ports);
    expect(sentencesOf(kind, config)).toEqual([english, indonesian]);
    expect(findingsOf(kind, config)).toEqual([]);
  });

  it('fails without what it needs from outside, exactly where it can fail', () => {
    expect(actOf(kind, config, noProviders)).toEqual(
      ports.includes('failed') ? { failure: 'noProvider' } : { effects },
    );
  });
});

describe('actions', () => {
  it('stay until the outcome is known where their answer is needed, or where a port leads on from failure', () => {
    const awaited = Object.fromEntries(
      LISTABLE_ACTIONS.flatMap(({ kind, behaviour, defaultConfig }) => {
        const message = { message: 'x' };
        const call = { url: 'https://x.example' };
        const way = { way: 'email' };
        const more = { 'action.solve': message, 'action.webhook': call, 'action.notify': way }[kind] ?? {};
        const known = behaviour({ ...defaultConfig, ...more });
        return known?.type === 'action' && known.awaited !== 'never' ? [[kind, known.awaited]] : [];
      }),
    );
    expect(awaited).toEqual({
      'action.reply': 'whereFailedIsDrawn',
      'action.notify': 'whereFailedIsDrawn',
      'action.survey': 'whereFailedIsDrawn',
      'action.solve': 'whereFailedIsDrawn',
      'action.classify': 'always',
      'action.suggestReply': 'always',
      'action.answer': 'always',
      'action.lookupContact': 'always',
      'action.webhook': 'always',
    });
  });

  it('escalate a ticket without a level from the first, and never above the fifth', () => {
    const level = (own: number | null) => actOf('action.escalate', {}, inputOf({ 'ticket.level': own })).effects?.[0];
    expect(level(null)).toMatchObject({ value: 2 });
    expect(level(5)).toMatchObject({ value: 5 });
  });

  it('check whom a ticket is transferred to, and why', () => {
    expect(findingsOf('action.transfer', { agentId: 'a-dewi', queueId: 'q-pay', reason: 'x' })).toEqual([
      'INVALID_VALUE queueId',
    ]);
    expect(findingsOf('action.transfer', { queueId: 'q-pay', reason: ' ' })).toEqual(['MISSING_CONFIG reason']);
    expect(nodeDefinition('action.transfer')?.references({ queueId: 'q-pay', reason: '' })).toEqual([
      { kind: 'queue', id: 'q-pay', path: ['queueId'] },
    ]);
  });

  it('check addresses and the way to them', () => {
    const check = (address: string, way?: string) =>
      findingsOf('action.notify', { recipients: [{ kind: 'address', address }], text: 'x', ...(way ? { way } : {}) });
    expect(check('a@b.example', 'email')).toEqual([]);
    expect(check('https://hook.example/x', 'webhook')).toEqual([]);
    expect(check('a@b.example')).toEqual(['INVALID_VALUE way']);
    expect(check('a@b.example', 'inApp')).toEqual(['INVALID_VALUE way']);
    expect(check('a@b', 'email')).toEqual(['INVALID_VALUE recipients.0.address']);
    expect(check('ftp://hook.example', 'webhook')).toEqual(['INVALID_VALUE recipients.0.address']);
    expect(check(' ', 'email')).toEqual(['MISSING_CONFIG recipients.0.address']);
  });

  it('check the variables of every text they send', () => {
    for (const [kind, key] of [
      ['action.reply', 'text'],
      ['action.survey', 'question'],
      ['action.solve', 'message'],
      ['action.close', 'message'],
      ['action.escalate', 'text'],
    ] as const) {
      expect(findingsOf(kind, { [key]: '{{ ticket.colour }}' })).toEqual([`UNKNOWN_FACT ${key}`]);
    }
  });

  it('start another flow by its id', () => {
    const start = nodeDefinition('action.startFlow');
    expect(start?.behaviour({ flowId: 'f-follow-up' })).toEqual({ type: 'startFlow', flowId: 'f-follow-up' });
    expect(start?.references({ flowId: 'f-follow-up' })).toEqual([
      { kind: 'flow', id: 'f-follow-up', path: ['flowId'] },
    ]);
    expect(portsOf('action.startFlow', { flowId: 'f-follow-up' })).toEqual(['done', 'failed']);
    expect(sentencesOf('action.startFlow', { flowId: 'f-follow-up' })).toEqual([
      'Start the flow “Follow-up”',
      'Mulai alur “Follow-up”',
    ]);
  });

  it('say what later steps can read of their answers', () => {
    const results = (kind: string, config: Record<string, unknown>) =>
      nodeDefinition(kind)
        ?.results(config, 'n')
        .map(({ fact, type }) => `${fact} ${type}`);
    expect(results('action.classify', { fields: ['priority'] })).toEqual([
      'result.n.priority option',
      'result.n.confidence number',
    ]);
    expect(results('action.suggestReply', {})).toEqual(['result.n.text text', 'result.n.confidence number']);
    expect(results('action.answer', {})).toEqual(['result.n.text text', 'result.n.confidence number']);
    expect(results('action.reply', { text: 'x' })).toEqual([]);
  });
});

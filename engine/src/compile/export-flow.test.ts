import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import everyKind from '../../golden/format-1/every-kind.flow.json';
import wholeLanguage from '../../golden/format-1/whole-language.flow.json';
import type { ReferenceKind } from '../facts/names.ts';
import { EMPTY_FLOW, type Flow, type FlowNode } from '../flow/flow.ts';
import { LOCALES } from '../flow/locale.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { NO_REFERENCES, type References } from '../flow/references.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { namesOf } from '../nodes/names-of.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { checkFlow } from './check-flow.ts';
import { exportFlow } from './export-flow.ts';
import { importFlow } from './import-flow.ts';
import { parsePortableFlow, portableFlowText } from './portable-flow.ts';

const title = { name: 'Payments' };

function node(id: string, kind: string, config: Record<string, unknown>): FlowNode {
  return { id, kind, position: { x: 0, y: 0 }, config };
}

const requirement = { skills: [{ skillId: 's-refund', level: 3 }], teamId: 't-1' };
/** A flow that refers to something of every kind, in every way there is. */
const referring: Flow = {
  ...EMPTY_FLOW,
  nodes: [
    node('created', 'trigger.ticketCreated', { channels: ['c-wa', 'c-mail'] }),
    node('updated', 'trigger.ticketUpdated', { fields: ['ticket.team'], from: 't-1' }),
    node('sla', 'trigger.slaChecked', {
      metric: 'firstReply',
      policyId: 'sla-gold',
      at: { type: 'breach' },
      refire: { policy: 'oncePerEpisode' },
    }),
    node('if', 'filter.condition', {
      condition: {
        all: [
          { fact: 'ticket.assignee', op: 'is', value: 'a-dewi' },
          { not: { fact: 'ticket.queue', op: 'isOneOf', value: ['q-pay', 'q-gen'] } },
          { fact: 'ticket.custom.location', op: 'is', value: 't-1' },
        ],
      },
    }),
    node('route', 'action.route', {
      queueId: 'q-pay',
      requirement,
      timeoutMs: 1_800_000,
      skipIf: { fact: 'contact.lastAgent', op: 'isNot', value: 'a-dewi' },
      ladder: [{ queueId: 'q-gen', requirement: { skills: [] } }],
    }),
    node('list', 'control.sequence', {
      actions: [
        { kind: 'action.assign', config: { agentId: 'a-dewi' } },
        { kind: 'action.notify', config: { recipients: [{ kind: 'team', teamId: 't-1' }], text: 'Look' } },
      ],
      onError: 'stop',
    }),
    node('call', 'action.webhook', {
      url: 'https://crm.example/x',
      method: 'GET',
      body: '',
      credentialId: 'cred-crm',
      answers: [],
    }),
    node('wait', 'control.wait', { until: { type: 'businessHours', calendarId: 'cal-office' } }),
    node('start', 'action.startFlow', { flowId: 'f-follow-up' }),
  ],
};

/** Conditions over facts that hold ids, among others that hold texts that look like one, nested up to four deep. */
const referringCondition = fc.letrec<{ condition: Record<string, unknown> }>((tie) => {
  const asks = (fact: string, ids: readonly string[]) =>
    fc.oneof(
      fc.record({ fact: fc.constant(fact), op: fc.constantFrom('is', 'isNot'), value: fc.constantFrom(...ids) }),
      fc.record({
        fact: fc.constant(fact),
        op: fc.constantFrom('isOneOf', 'isNoneOf'),
        value: fc.subarray([...ids], { minLength: 1 }),
      }),
    );
  const inner = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  return {
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      asks('ticket.queue', ['q-pay', 'q-gen']),
      asks('ticket.team', ['t-1']),
      asks('contact.accountOwner', ['a-dewi']),
      asks('ticket.category', ['q-pay', 't-1']),
      fc.record({ all: inner }),
      fc.record({ any: inner }),
      fc.record({ not: tie('condition') }),
    ),
  };
}).condition;

const ids = (text: string) => [...text.matchAll(/"(?:q|t|a|s|c|cal|cred|sla|f)-[a-z0-9-]+"/g)].map(([id]) => id);

/** The same workspace under ids of its own. */
const elsewhere: References = JSON.parse(JSON.stringify(workspace).replaceAll('"id":"', '"id":"other-'));

function sentences(flow: Flow, references: References): readonly string[] {
  const names = namesOf(references, flow);
  return LOCALES.flatMap((locale) =>
    flow.nodes.map(({ kind, config }) => nodeDefinition(kind)?.sentence(config, names, locale) ?? kind),
  );
}

const golden = [everyKind, wholeLanguage].map((document) => {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error('a golden flow does not parse');
  return parsed.flow;
});
const flows = [referring, ...golden];

describe('an exported flow', () => {
  it('holds names and no ids, except keys and texts that look like one', () => {
    const text = portableFlowText(exportFlow(referring, workspace, title));
    expect(ids(text)).toEqual(['"t-1"']);
    expect(JSON.parse(text).nodes[6].config.credentialId).toEqual({ $ref: 'credential', name: 'CRM key' });
    expect(text).toMatch(/^\{\n {2}"alur": "flow",\n {2}"format": 1,\n {2}"name": "Payments",\n {2}"nodes": \[/);
  });

  it.each(flows)('comes back the same in the workspace it left', (flow) => {
    const parsed = parsePortableFlow(JSON.parse(portableFlowText(exportFlow(flow, workspace, title))));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    expect(importFlow(parsed.portable, workspace)).toEqual({ flow, missing: [] });
    expect(JSON.stringify(importFlow(parsed.portable, workspace).flow.nodes)).toBe(JSON.stringify(flow.nodes));
  });

  it.each(flows)('means the same in a workspace with other ids', (flow) => {
    const { flow: imported, missing } = importFlow(exportFlow(flow, workspace, title), elsewhere);
    expect(missing).toEqual([]);
    expect(sentences(imported, elsewhere)).toEqual(sentences(flow, workspace));
    expect(checkFlow(imported, elsewhere)).toEqual(checkFlow(flow, workspace));
    if (flow === referring) expect(imported).not.toEqual(flow);
  });

  it('comes back the same and means the same, whatever its conditions are', () => {
    fc.assert(
      fc.property(referringCondition, referringCondition, (one, other) => {
        const flow = {
          ...EMPTY_FLOW,
          nodes: [
            node('if', 'filter.condition', { condition: one }),
            node('of', 'filter.switch', { cases: [{ id: 'a', condition: other }] }),
          ],
        };
        const portable = exportFlow(flow, workspace, title);
        expect(importFlow(portable, workspace)).toEqual({ flow, missing: [] });
        const there = importFlow(portable, elsewhere);
        expect(there.missing).toEqual([]);
        expect(sentences(there.flow, elsewhere)).toEqual(sentences(flow, workspace));
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
    );
  });

  it('tells what the workspace lacks, where, and still reads', () => {
    const { flow, missing } = importFlow(exportFlow(referring, workspace, title), NO_REFERENCES);
    expect(missing.map(({ kind, name, reason }) => `${kind} ${name} ${reason}`)).toEqual([
      'queue General missing',
      'queue Payments missing',
      'team Tier 1 missing',
      'agent Dewi missing',
      'skill Refunds missing',
      'channel Help mailbox missing',
      'channel WhatsApp Indonesia missing',
      'calendar Office hours missing',
      'credential CRM key missing',
      'slaPolicy Gold missing',
      'flow Follow-up missing',
    ]);
    expect(missing[1]?.places).toEqual([
      { nodeId: 'if', path: ['config', 'condition', 'all', 1, 'not', 'value', 0] },
      { nodeId: 'route', path: ['config', 'queueId'] },
    ]);
    const route = nodeDefinition('action.route');
    const config = flow.nodes.find(({ id }) => id === 'route')?.config ?? {};
    expect(route?.sentence(config, namesOf(NO_REFERENCES, flow), 'en')).toContain('queue Payments');
    const unknown = checkFlow(flow, NO_REFERENCES).filter(({ code }) => code === 'UNKNOWN_REFERENCE');
    expect(unknown.map(({ nodeId, path }) => `${nodeId} ${path.join('.')}`)).toContain('route config.queueId');
  });

  it('takes a person’s answer to what a name is here', () => {
    const mapping = [{ kind: 'team', name: 'Tier 1', id: 't-9' }] as const;
    const there = { ...workspace, teams: [{ id: 't-9', name: 'First line' }] };
    const { flow, missing } = importFlow(exportFlow(referring, workspace, title), there, mapping);
    expect(missing).toEqual([]);
    expect(flow.nodes[1]?.config).toEqual({ fields: ['ticket.team'], from: 't-9' });
  });

  it('finds a name in another case, and asks where there are several', () => {
    const portable = exportFlow(referring, workspace, title);
    const loud = { ...workspace, teams: [{ id: 't-2', name: 'TIER 1' }] };
    expect(importFlow(portable, loud).flow.nodes[1]?.config.from).toBe('t-2');
    const twins = { ...workspace, teams: [...loud.teams, { id: 't-3', name: 'tier 1' }] };
    expect(importFlow(portable, twins).missing).toMatchObject([
      { kind: 'team', name: 'Tier 1', reason: 'ambiguous', candidateIds: ['t-2', 't-3'] },
    ]);
  });

  it('comes back the same where two things share a name', () => {
    const twins = { ...workspace, teams: [...workspace.teams, { id: 't-2', name: 'Tier 1' }] };
    const portable = exportFlow(referring, twins, title);
    expect(portable.nodes[1]?.config.from).toEqual({ $ref: 'team', name: 'Tier 1', id: 't-1' });
    expect(importFlow(portable, twins)).toEqual({ flow: referring, missing: [] });
  });

  it('takes the answer to the very name and kind that was asked for, else the very name', () => {
    const there = {
      ...workspace,
      teams: [{ id: 't-8', name: 'TIER 1' }, ...workspace.teams, { id: 't-7', name: 'Tier 2' }],
    };
    const team = (mapping: Parameters<typeof importFlow>[2]) =>
      importFlow(exportFlow(referring, workspace, title), there, mapping).flow.nodes[1]?.config.from;
    expect(team([])).toBe('t-1');
    const others = [
      { kind: 'queue', name: 'Tier 1', id: 'q-9' },
      { kind: 'team', name: 'Tier 2', id: 't-9' },
    ] as const;
    expect(team(others)).toBe('t-1');
    expect(team([...others, { kind: 'team', name: 'Tier 1', id: 't-8' }])).toBe('t-8');
  });

  it('asks which of several is meant, in the order of their ids', () => {
    const twins = { ...workspace, teams: ['t-3', 't-2'].map((id) => ({ id, name: 'Tier 1' })) };
    const { missing } = importFlow(exportFlow(referring, workspace, title), twins);
    expect(missing.map(({ candidateIds }) => candidateIds)).toEqual([['t-2', 't-3']]);
  });

  it('keeps a name where it is missing, marked where there is none', () => {
    const named = (name: string) =>
      importFlow(
        {
          ...exportFlow(EMPTY_FLOW, workspace, title),
          nodes: [node('updated', 'trigger.ticketUpdated', { fields: ['ticket.team'], from: { $ref: 'team', name } })],
        },
        workspace,
      ).flow.nodes[0]?.config.from;
    expect([named('Tier 9'), named('')]).toEqual(['Tier 9', '? ']);
  });

  it('leaves alone what only looks like a reference', () => {
    const config = {
      number: { $ref: 'team', name: 1 },
      coded: { $ref: 'team', name: 'Tier 1', id: 1 },
      kind: { $ref: 'tyre', name: 'Tier 1' },
      none: null,
    };
    const portable = { ...exportFlow(EMPTY_FLOW, workspace, title), nodes: [node('n', 'action.note', config)] };
    expect(importFlow(portable, workspace)).toEqual({ flow: { ...EMPTY_FLOW, nodes: portable.nodes }, missing: [] });
  });

  it('keeps ids that are unknown, and those in kinds and conditions nobody can read', () => {
    const team = { fact: 'ticket.team', op: 'is', value: 't-1' };
    const exported = (kind: string, config: Record<string, unknown>) =>
      exportFlow({ ...EMPTY_FLOW, nodes: [node('n', kind, config)] }, workspace, title).nodes[0]?.config;
    const kept: readonly (readonly [string, Record<string, unknown>])[] = [
      ['action.gone', { condition: team, teamId: 't-1' }],
      ['filter.condition', { condition: { ...team, value: 't-gone' } }],
      ['filter.condition', { condition: { ...team, fact: 'ticket.gone' } }],
      ['filter.condition', { condition: { fact: 'ticket.team', value: 't-1' } }],
      ['action.setFields', { fields: { 'ticket.category': null } }],
      ['action.route', { queueId: 7 }],
    ];
    for (const [kind, config] of kept) expect(exported(kind, config)).toEqual(config);
    const named = { ...team, value: { $ref: 'team', name: 'Tier 1' } };
    expect(exported('filter.condition', { condition: { fact: 7, op: 'is', all: [team] } })).toEqual({
      condition: { fact: 7, op: 'is', all: [named] },
    });
  });

  it('never links a missing name to something that has it as an id', () => {
    const trap = { ...NO_REFERENCES, teams: [{ id: 'Tier 1', name: 'Someone else' }] };
    const { flow, missing } = importFlow(exportFlow(referring, workspace, title), trap);
    expect(missing.some(({ kind }: { kind: ReferenceKind }) => kind === 'team')).toBe(true);
    expect(flow.nodes[1]?.config.from).toBe('? Tier 1');
  });
});

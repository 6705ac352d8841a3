import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact-value.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { flowCatalogue } from './flow-catalogue.ts';
import { nodeDefinition } from './node-catalogue.ts';
import { actOf, inputOf, portsOf, sentencesOf } from './node-input.test-support.ts';

const position = { x: 0, y: 0 };
const answers = [
  { name: 'plan', path: 'plan', type: 'text' },
  { name: 'level', path: 'level', type: 'number' },
  { name: 'ok', path: 'ok', type: 'boolean' },
];
const webhook = { url: 'https://x.example', method: 'POST', body: '', answers };
const catalogue = flowCatalogue({ nodes: [{ id: 'n', kind: 'action.webhook', position, config: webhook }] }, workspace);

function copied(fields: Record<string, unknown>, facts: Facts) {
  return actOf('action.setFields', { fields }, inputOf(facts));
}

function findings(fields: Record<string, unknown>): readonly string[] {
  const found = nodeDefinition('action.setFields')?.check({ fields }, catalogue) ?? [];
  return found.map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('a field set from a fact', () => {
  it('takes the value the fact has when the step runs', () => {
    const fields = { 'ticket.category': { fact: 'result.n.plan' }, 'ticket.level': { fact: 'result.n.level' } };
    expect(copied(fields, { 'result.n.plan': 'Gold', 'result.n.level': 2 })).toEqual({
      effects: [
        { type: 'setField', field: 'ticket.category', value: 'Gold' },
        { type: 'setField', field: 'ticket.level', value: 2 },
      ],
    });
  });

  it('stays as it is where the fact is missing', () => {
    const fields = { 'ticket.category': { fact: 'result.n.plan' }, 'ticket.priority': 'high' };
    expect(copied(fields, {})).toEqual({ effects: [{ type: 'setField', field: 'ticket.priority', value: 'high' }] });
  });

  it('takes an option whatever its case, and fails on a value it cannot have', () => {
    const priority = { 'ticket.priority': { fact: 'result.n.plan' } };
    expect(copied(priority, { 'result.n.plan': 'HIGH' }).effects?.[0]).toMatchObject({ value: 'high' });
    expect(copied(priority, { 'result.n.plan': 'highest' })).toEqual({ failure: 'badValue' });
    expect(copied(priority, { 'result.n.plan': true })).toEqual({ failure: 'badValue' });
    const level = { 'ticket.level': { fact: 'result.n.level' } };
    for (const bad of [0, 6, 2.5, 'two']) {
      expect(copied(level, { 'result.n.level': bad })).toEqual({ failure: 'badValue' });
    }
  });

  it('is checked by type, where texts may become options', () => {
    expect(
      findings({ 'ticket.priority': { fact: 'result.n.plan' }, 'ticket.level': { fact: 'result.n.level' } }),
    ).toEqual([]);
    expect(findings({ 'ticket.level': { fact: 'result.n.plan' } })).toEqual(['TYPE_MISMATCH fields.ticket.level.fact']);
    expect(findings({ 'ticket.category': { fact: 'result.n.ok' } })).toEqual([
      'TYPE_MISMATCH fields.ticket.category.fact',
    ]);
    expect(findings({ 'ticket.category': { fact: 'result.n.gone' } })).toEqual([
      'UNKNOWN_FACT fields.ticket.category.fact',
    ]);
    expect(findings({ 'ticket.category': { fact: '' } })).toEqual(['MISSING_CONFIG fields.ticket.category.fact']);
    expect(findings({ 'ticket.number': { fact: 'result.n.level' } })).toEqual(['UNKNOWN_FACT fields.ticket.number']);
  });

  it('can fail, reads well, and is written with an unknown value', () => {
    const fields = { 'ticket.language': { fact: 'contact.language' } };
    expect(portsOf('action.setFields', { fields })).toEqual(['done', 'failed']);
    expect(portsOf('action.setFields', { fields: { 'ticket.language': 'id' } })).toEqual(['done']);
    expect(sentencesOf('action.setFields', { fields })).toEqual([
      'Set language to customer language',
      'Ubah bahasa menjadi bahasa pelanggan',
    ]);
    expect(nodeDefinition('action.setFields')?.writes({ fields })).toEqual([{ fact: 'ticket.language' }]);
  });
});

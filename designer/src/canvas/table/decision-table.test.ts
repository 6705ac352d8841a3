import { type Flow, nodeDefinition } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { moved } from '../../forms/moved.ts';
import { applyCommand } from '../edit/apply-command.ts';
import { edge, flowOf, node } from '../edit/flow.test-support.ts';
import { columnsOf, withCaseCell, withoutColumn } from './decision-table.ts';
import { casesOf, newCase, renamed, type SwitchCase } from './switch-cases.ts';

const category = (value: string) => ({ fact: 'ticket.category', op: 'is', value });
const vip = { fact: 'contact.isVip', op: 'is', value: true };
const twice = { all: [category('Billing'), { fact: 'ticket.category', op: 'isNot', value: 'Refund' }] };

const CASES: readonly SwitchCase[] = [
  { id: 'a', label: 'Billing', condition: category('Billing') },
  { id: 'b', condition: { all: [vip, category('Refund')] } },
  { id: 'c', condition: twice },
];

describe('the columns of a decision table', () => {
  it('are the facts of its cells, as the cases name them', () => {
    expect(columnsOf(CASES, [])).toEqual(['ticket.category', 'contact.isVip']);
    expect(columnsOf([CASES[2] ?? newCase('c')], [])).toEqual([]);
  });

  it('stay where they were shown, also when nothing is left in them', () => {
    expect(columnsOf(CASES, ['ticket.level', 'contact.isVip'])).toEqual([
      'ticket.level',
      'contact.isVip',
      'ticket.category',
    ]);
  });
});

describe('the cases of a decision table', () => {
  it('change in one cell only', () => {
    const after = withCaseCell(CASES, 0, 'contact.isVip', vip);
    expect(after[0]).toEqual({ id: 'a', label: 'Billing', condition: { all: [category('Billing'), vip] } });
    expect(after[1]).toBe(CASES[1]);
    expect(withCaseCell(CASES, 9, 'contact.isVip', vip)).toBe(CASES);
  });

  it('lose the cells of a removed column, and nothing that no cell showed', () => {
    const [first, second, third] = withoutColumn(CASES, 'ticket.category');
    expect(first?.condition).toEqual({ all: [] });
    expect(second?.condition).toEqual({ all: [vip] });
    expect(third).toBe(CASES[2]);
  });

  it('keep the edges of their ports through every edit of the table', () => {
    const nodes = [node('s', 'filter.switch', { cases: CASES }), node('x'), node('y'), node('z')];
    const before = flowOf(nodes, [edge('s', 'a', 'x'), edge('s', 'b', 'y'), edge('s', 'otherwise', 'z')]);
    const [own] = nodes;
    const configured = (flow: Flow, cases: readonly SwitchCase[]) => {
      const config = { cases };
      const ports = nodeDefinition('filter.switch')?.ports(config) ?? [];
      return applyCommand(flow, { type: 'configure', nodeId: 's', config, ports: ports.map(({ id }) => id) });
    };
    let cases = casesOf(own?.config ?? {});
    cases = moved(cases, 0, 2);
    cases = withCaseCell(cases, 2, 'ticket.category', category('Card'));
    cases = withoutColumn(cases, 'contact.isVip');
    cases = [...cases.map((each) => renamed(each, `${each.id}!`)), newCase('d')];
    const after = configured(before, cases);
    expect(after.edges).toEqual(before.edges);
    expect(casesOf(after.nodes[0]?.config ?? {}).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  });
});

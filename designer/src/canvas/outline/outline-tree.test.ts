import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../edit/apply-command.ts';
import { anyCommand, edge, flowOf, node } from '../edit/flow.test-support.ts';
import { type OutlineChain, outlineTree } from './outline-tree.ts';

const portsOf = ({ kind }: { kind: string }) => {
  if (kind === 'filter.condition') return [{ id: 'yes' }, { id: 'no' }];
  return [kind === 'control.parallel' ? ({ id: 'done', fansOut: true } as const) : { id: 'done' }];
};

function nodeIdsIn(chains: readonly OutlineChain[]): string[] {
  return chains.flatMap((chain) =>
    chain.steps.flatMap((step) => [step.node.id, ...nodeIdsIn(step.branches.map((branch) => branch.chain))]),
  );
}

describe('the outline', () => {
  it('nests what follows a branching step and chains what follows a plain one', () => {
    const flow = flowOf(
      [node('act'), node('start', 'trigger.ticketCreated'), node('if', 'filter.condition')],
      [edge('start', 'done', 'if'), edge('if', 'yes', 'act')],
    );
    const [chain] = outlineTree(flow, portsOf);
    expect(chain?.steps.map((step) => step.node.id)).toEqual(['start', 'if']);
    const [yes, no] = chain?.steps[1]?.branches ?? [];
    expect(yes?.chain.steps[0]?.node.id).toBe('act');
    expect(yes?.chain.end).toEqual({ type: 'open', nodeId: 'act', port: 'done' });
    expect(no?.chain.end).toEqual({ type: 'open', nodeId: 'if', port: 'no' });
  });

  it('says "go to" where two ways meet', () => {
    const flow = flowOf(
      [node('if', 'filter.condition'), node('act')],
      [edge('if', 'yes', 'act'), edge('if', 'no', 'act')],
    );
    const branches = outlineTree(flow, portsOf)[0]?.steps[0]?.branches;
    expect(branches?.[1]?.chain.end).toEqual({ type: 'goTo', edgeId: 'if.no', nodeId: 'act' });
  });

  it('shows each branch of a port that fans out, and a place for one more', () => {
    const flow = flowOf(
      [node('all', 'control.parallel'), node('a'), node('b')],
      [edge('all', 'done', 'a'), { ...edge('all', 'done', 'b'), id: 'second' }],
    );
    const branches = outlineTree(flow, portsOf)[0]?.steps[0]?.branches ?? [];
    expect(branches.map(({ chain }) => chain.steps.map((step) => step.node.id))).toEqual([['a'], ['b'], []]);
    expect(branches[2]?.chain.end).toEqual({ type: 'open', nodeId: 'all', port: 'done' });
  });

  it('shows every node exactly once, whatever was drawn', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
        const flow = commands.reduce(applyCommand, flowOf([]));
        const shown = nodeIdsIn(outlineTree(flow, portsOf));
        expect(shown.toSorted()).toEqual(flow.nodes.map(({ id }) => id).sort());
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

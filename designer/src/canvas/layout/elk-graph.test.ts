import { describe, expect, it } from 'vitest';
import { edge, flowOf, node } from '../edit/flow.test-support.ts';
import { hasOverlap, layoutRequest } from './arranged-positions.ts';
import { toElkGraph } from './elk-graph.ts';

const flow = flowOf(
  [node('last'), node('if', 'filter.condition', { condition: {} }), node('start', 'trigger.ticketCreated')],
  [edge('start', 'then', 'if'), edge('if', 'no', 'last'), edge('if', 'gone', 'last')],
);

describe('the layout request', () => {
  it('lists nodes in reading order, so that the layout keeps it', () => {
    expect(layoutRequest(flow, 'right', new Map()).nodes.map(({ id }) => id)).toEqual(['start', 'if', 'last']);
  });

  it('leaves out edges of ports that a node no longer has', () => {
    expect(layoutRequest(flow, 'right', new Map()).edges.map(({ id }) => id)).toEqual(['start.then', 'if.no']);
  });

  it('puts ports where they are drawn', () => {
    const sizes = new Map([['if', { width: 200, height: 140 }]]);
    const right = toElkGraph(layoutRequest(flow, 'right', sizes)).children?.[1]?.ports;
    expect(right?.map(({ x, y }) => [x, y])).toEqual([
      [0, 70],
      [200, 92],
      [200, 120],
    ]);
    const down = toElkGraph(layoutRequest(flow, 'down', sizes)).children?.[1]?.ports;
    expect(down?.map(({ x, y }) => [x, y])).toEqual([
      [100, 0],
      [50, 140],
      [150, 140],
    ]);
  });

  it('knows when nodes lie on each other', () => {
    expect(hasOverlap(flow, new Map())).toBe(true);
    const apart = flow.nodes.map((each, index) => ({ ...each, position: { x: index * 400, y: 0 } }));
    expect(hasOverlap({ ...flow, nodes: apart }, new Map())).toBe(false);
  });
});

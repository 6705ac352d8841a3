import { describe, expect, it } from 'vitest';
import { node } from '../edit/flow.test-support.ts';
import { nearestNode } from './nearest-node.ts';

const at = (id: string, x: number, y: number) => ({ ...node(id), position: { x, y } });
const nodes = [at('a', 0, 0), at('b', 300, 10), at('c', 300, 400), at('d', 600, 0)];

describe('arrow keys on the canvas', () => {
  it('go to the nearest step on that side', () => {
    expect(nearestNode(nodes, 'a', 'ArrowRight')?.id).toBe('b');
    expect(nearestNode(nodes, 'b', 'ArrowDown')?.id).toBe('c');
    expect(nearestNode(nodes, 'd', 'ArrowLeft')?.id).toBe('b');
  });

  it('stay where there is no step on that side', () => {
    expect(nearestNode(nodes, 'a', 'ArrowLeft')).toBeNull();
    expect(nearestNode(nodes, 'nobody', 'ArrowLeft')).toBeNull();
  });
});

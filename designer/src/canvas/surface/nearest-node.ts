import type { FlowNode } from '@alur/engine';

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** How much a step sideways counts against a step in the direction of the key. */
const SIDEWAYS = 2.5;

/** The node one comes to from another by an arrow key: the nearest on that side; null where there is none. */
export function nearestNode(nodes: readonly FlowNode[], fromId: string, key: ArrowKey): FlowNode | null {
  const from = nodes.find(({ id }) => id === fromId);
  if (!from) return null;
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const ranked = nodes.flatMap((node) => {
    const dx = node.position.x - from.position.x;
    const dy = node.position.y - from.position.y;
    const ahead = (isAcross ? dx : dy) * sign;
    const aside = Math.abs(isAcross ? dy : dx);
    return ahead > 0 ? [{ node, distance: ahead + SIDEWAYS * aside }] : [];
  });
  return (
    ranked.reduce<(typeof ranked)[number] | null>(
      (best, each) => (best === null || each.distance < best.distance ? each : best),
      null,
    )?.node ?? null
  );
}

import type { Flow } from '../flow/flow.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkProgram } from './check-program.ts';
import { type Drawn, drawn } from './drawn-flow.test-support.ts';
import type { ProgramFlow, ProgramWorld } from './program-world.ts';

/** A flow whose steps follow each other. */
function row(steps: readonly Drawn[]): Flow {
  const edges = steps.slice(1).map(([id], index) => {
    const [from = '', kind = ''] = steps[index] ?? [];
    const port = kind.startsWith('trigger.')
      ? 'then'
      : kind.startsWith('filter.')
        ? 'yes'
        : kind === 'control.wait'
          ? 'elapsed'
          : 'done';
    return `${from}.${port}>${id}`;
  });
  return drawn(steps, ...edges);
}

/** Live flows, in the order given, each a row of steps. */
export function flows(...rows: readonly (readonly Drawn[])[]): readonly ProgramFlow[] {
  return rows.map((steps, index) => ({
    flowId: `f${index}`,
    name: `Flow ${index}`,
    flow: row(steps),
    position: index,
    stopOnMatch: false,
  }));
}

/** A workspace without service targets. */
export const world: ProgramWorld = { references: { ...workspace, slaPolicies: [] } };

/** What is found, as `CODE flow/node other flow`. */
export function said(given: readonly ProgramFlow[], more: Partial<ProgramWorld> = {}): readonly string[] {
  return checkProgram(given, { ...world, ...more }).map(
    ({ code, flowId = '', otherFlowId = '', nodeId = '' }) => `${code} ${flowId}/${nodeId} ${otherFlowId}`,
  );
}

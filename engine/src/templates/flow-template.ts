import type { PortableFlow, PortableReference } from '../compile/portable-flow.ts';
import type { FlowEdge, FlowNode } from '../flow/flow.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import type { GuardTest } from '../simulate/guard-test.ts';

/** A flow to begin with: in both languages, by name, with tickets that show what it does. */
export interface FlowTemplate {
  /** Stays the same in every version. */
  readonly key: string;
  readonly name: LocalText;
  /** What it is for, in one or two sentences. */
  readonly description: LocalText;
  /** The flow with its texts, and the names of queues, teams and skills it speaks of, in one language. */
  readonly flow: (locale: Locale) => PortableFlow;
  /** Tickets with what must become of them; names stand for ids. */
  readonly guards: (locale: Locale) => readonly GuardTest[];
}

/** What a step of a drawing is: its id, kind and settings. */
export type DrawnStep = readonly [id: string, kind: string, config: FlowNode['config']];

const STEP_GAP = 320;

/**
 * A flow from steps and ways written as `from.port > to`. Steps stand in a row until somebody arranges them: places
 * mean nothing.
 */
export function drawFlow(
  title: { readonly name: string; readonly description: string },
  steps: readonly DrawnStep[],
  ways: readonly string[],
): PortableFlow {
  return {
    alur: 'flow',
    format: 1,
    ...title,
    nodes: steps.map(([id, kind, config], index) => ({ id, kind, position: { x: index * STEP_GAP, y: 0 }, config })),
    edges: ways.map(edgeOfWay),
    notes: [],
  };
}

function edgeOfWay(way: string): FlowEdge {
  const [from = '', to = ''] = way.split(' > ');
  const [node = '', port = ''] = from.split('.');
  return { id: `${node}-${port}-${to}`, from: { node, port }, to: { node: to } };
}

/** A thing of the workspace, by name. */
export function named($ref: PortableReference['$ref'], name: string): PortableReference {
  return { $ref, name };
}

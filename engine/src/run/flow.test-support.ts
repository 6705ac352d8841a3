import { compileFlow, type Pipeline, type PipelineIdentity } from '../compile/compile-flow.ts';
import { EMPTY_FLOW, type Flow } from '../flow/flow.ts';

/** A node by id: its kind and config, then where its ports lead, as `port>node`; a port with several ways forks. */
export type Sketch = Readonly<
  Record<string, readonly [kind: string, config: Record<string, unknown>, ...ways: string[]]>
>;

/** A flow from a sketch. Edges are named after their ends: `a.done>b`. */
export function sketchedFlow(sketch: Sketch): Flow {
  const nodes = Object.entries(sketch).map(([id, [kind, config]]) => ({ id, kind, config, position: { x: 0, y: 0 } }));
  const edges = Object.entries(sketch).flatMap(([node, [, , ...ways]]) =>
    ways.map((way) => {
      const [port = '', to = ''] = way.split('>');
      return { id: `${node}.${way}`, from: { node, port }, to: { node: to } };
    }),
  );
  return { ...EMPTY_FLOW, nodes, edges };
}

/** The sketch, compiled. */
export function sketched(sketch: Sketch, { flowId = 'f', ...identity }: Partial<PipelineIdentity> = {}): Pipeline {
  const whole = { flowId, versionId: `${flowId}v1`, position: 1, stopOnMatch: false, ...identity };
  return compileFlow(sketchedFlow(sketch), whole);
}

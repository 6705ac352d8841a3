import type { Flow } from '@alur/engine';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { LiveSource, type StateTopic } from '../live/live-topic.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';

@ObjectType('NodeActivity', { description: 'How often runs came through a node.' })
export class NodeActivityObject {
  @Field(() => String, { description: "The node's id in the live version." })
  nodeId!: string;

  @Field(() => Int, { description: 'Runs of the last 60 minutes.' })
  count!: number;
}

@ObjectType('EdgeActivity', { description: 'How often runs took an edge.' })
export class EdgeActivityObject {
  @Field(() => String, { description: "The edge's id in the live version." })
  edgeId!: string;

  @Field(() => Int, { description: 'Runs of the last 60 minutes.' })
  count!: number;
}

@ObjectType('FlowActivity', { description: 'What the live version of a flow did in the last 60 minutes.' })
export class FlowActivityObject {
  @Field(() => Int, { description: 'Grows with every message.' })
  sequence!: number;

  @Field(() => GraphQLDateTime, { description: 'The moment it shows.' })
  at!: Date;

  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => ID, { nullable: true, description: 'The live version; null if none is.' })
  versionId!: string | null;

  @Field(() => Int, { description: 'Runs of that version.' })
  runs!: number;

  @Field(() => [NodeActivityObject], { description: 'Nodes that were passed, by id.' })
  nodes!: NodeActivityObject[];

  @Field(() => [EdgeActivityObject], { description: 'Edges that were taken, by id.' })
  edges!: EdgeActivityObject[];
}

const HOUR_MS = 3_600_000;

/** What a subscription to a flow's activity watches. @throws NOT_FOUND */
export function flowActivitySource(flowId: string): LiveSource {
  if (!isId(flowId)) throw notFound('flow');
  return new LiveSource(`flowActivity ${flowId}`, topicOf(flowId));
}

function topicOf(flowId: string): StateTopic<FlowActivityObject> {
  return {
    kind: 'state',
    intervalMs: 250,
    // Runs grow older than an hour with time alone.
    refreshMs: 15_000,
    concerns: ({ about }) => about === 'tickets' || about === 'flows',
    async load(app, { workspaceId }, sequence) {
      const at = new Date(app.clock.nowMs());
      const since = new Date(at.getTime() - HOUR_MS);
      const activity = await app.database.inWorkspace(workspaceId, (em) => load(em, workspaceId, flowId, since));
      return { root: { ...activity, sequence, at }, fingerprint: JSON.stringify(activity) };
    },
  };
}

type Activity = Omit<FlowActivityObject, 'sequence' | 'at'>;

/** Runs are counted by the way they took: there are few ways through a flow, however many runs. */
async function load(em: EntityManager, workspaceId: string, flowId: string, since: Date): Promise<Activity> {
  const [flow] = await runStatement<{ versionId: string | null; document: Flow | null }>(
    em,
    `select f.live_version_id as "versionId", v.document
     from flow f left join flow_version v on v.workspace_id = f.workspace_id and v.id = f.live_version_id
     where f.workspace_id = $1 and f.id = $2 and f.deleted_at is null`,
    [workspaceId, flowId],
  );
  if (!flow) throw notFound('flow');
  const { versionId, document } = flow;
  if (versionId === null || document === null) return { flowId, versionId: null, runs: 0, nodes: [], edges: [] };
  const ways = await runStatement<Way>(
    em,
    `select to_json(edge_ids) as "edgeIds", continues is not null as "isContinued", count(*)::int as count from run
     where workspace_id = $1 and version_id = $2 and at >= $3::timestamptz
     group by edge_ids, continues is not null`,
    [workspaceId, versionId, since.toISOString()],
  );
  return { flowId, versionId, ...countWays(document, ways) };
}

interface Way {
  readonly edgeIds: readonly string[];
  /** What a run did after it had waited: it entered before. */
  readonly isContinued: boolean;
  readonly count: number;
}

/** Counts per node and edge: a run passes the node its first edge leaves, and each node an edge leads to. */
export function countWays(
  { nodes, edges }: Pick<Flow, 'nodes' | 'edges'>,
  ways: readonly Way[],
): Pick<Activity, 'runs' | 'nodes' | 'edges'> {
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const triggers = nodes.filter(({ kind }) => kind.startsWith('trigger.'));
  const ofNode = new Map<string, number>();
  const ofEdge = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string | undefined, count: number) => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + count);
  };
  for (const { edgeIds, isContinued, count } of ways) {
    const [first] = edgeIds;
    const entry = first === undefined ? triggers[0]?.id : edgeById.get(first)?.from.node;
    if (!isContinued) add(ofNode, entry, count);
    for (const id of edgeIds) {
      add(ofEdge, id, count);
      add(ofNode, edgeById.get(id)?.to.node, count);
    }
  }
  const sorted = (counts: Map<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    runs: ways.reduce((sum, { count, isContinued }) => (isContinued ? sum : sum + count), 0),
    nodes: sorted(ofNode).map(([nodeId, count]) => ({ nodeId, count })),
    edges: sorted(ofEdge).map(([edgeId, count]) => ({ edgeId, count })),
  };
}

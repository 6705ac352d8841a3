import type { Calendar, Flow } from '@alur/engine';
import { parseFlow } from '@alur/engine';
import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../graph/generated/index.ts';
import type { Trial } from './play-trial.ts';

const TrialPlaceDocument = graphql(`
  query TrialPlace {
    viewer { workspace { id timeZone } }
    calendars {
      id isDefault timeZone
      weekly { weekday from to }
      holidays { date name }
      exceptions { date intervals { from to } }
    }
  }
`);

const StartedFlowDocument = graphql(`
  query StartedFlow($id: ID!) {
    flow(id: $id) { id liveVersion { id document } }
  }
`);

/** How many flows deep a started flow may start another. */
const MOST_FLOWS = 20;

/** What a trial of a flow needs from the workspace: its hours, and the live flows that it starts. Rejects as queries do. */
export async function loadTrialWorld(client: ApolloClient, flow: Flow): Promise<Pick<Trial, 'place' | 'others'>> {
  const { data } = await client.query({ query: TrialPlaceDocument });
  const calendars = data?.calendars ?? [];
  return {
    place: {
      timeZone: data?.viewer?.workspace.timeZone ?? 'UTC',
      calendars: Object.fromEntries(
        calendars.map(({ id, timeZone, weekly, holidays, exceptions }): [string, Calendar] => [
          id,
          { timeZone, weekly, holidays, exceptions },
        ]),
      ),
      defaultCalendarId: calendars.find(({ isDefault }) => isDefault)?.id ?? null,
    },
    others: await startedFlows(client, flow),
  };
}

async function startedFlows(client: ApolloClient, flow: Flow): Promise<Trial['others']> {
  const found: { flowId: string; flow: Flow }[] = [];
  const asked = new Set<string>();
  const left = [...startedBy(flow)];
  for (let flowId = left.pop(); flowId !== undefined && asked.size < MOST_FLOWS; flowId = left.pop()) {
    if (asked.has(flowId)) continue;
    asked.add(flowId);
    const { data } = await client.query({ query: StartedFlowDocument, variables: { id: flowId } });
    const parsed = data?.flow?.liveVersion && parseFlow(data.flow.liveVersion.document);
    if (!parsed?.ok) continue;
    found.push({ flowId, flow: parsed.flow });
    left.push(...startedBy(parsed.flow));
  }
  return found;
}

function startedBy({ nodes }: Flow): readonly string[] {
  return nodes.flatMap(({ kind, config }) =>
    kind === 'action.startFlow' && typeof config.flowId === 'string' && config.flowId !== '' ? [config.flowId] : [],
  );
}

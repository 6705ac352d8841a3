import { type Flow, parseFlow } from '@alur/engine';
import type { ApolloClient } from '@apollo/client';
import { FlowVersionDocument, FlowVersionsDocument } from '../flow-documents.ts';

/** A published document with what the history says about it. */
export interface LoadedVersion {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly flow: Flow;
}

/** The version of a flow with a number, or null where there is none. Walks the history, which has no documents. */
export async function loadVersion(
  client: ApolloClient,
  flowId: string,
  number: number,
  after: string | null = null,
): Promise<LoadedVersion | null> {
  const { data } = await client.query({
    query: FlowVersionsDocument,
    variables: { id: flowId, after },
    fetchPolicy: 'network-only',
  });
  const page = data?.flow?.versions;
  if (!page) return null;
  const index = page.edges.findIndex(({ node }) => node.number === number);
  if (index !== -1) return loadAfter(client, flowId, index === 0 ? after : (page.edges[index - 1]?.cursor ?? null));
  const { hasNextPage, endCursor } = page.pageInfo;
  return hasNextPage && endCursor ? loadVersion(client, flowId, number, endCursor) : null;
}

async function loadAfter(client: ApolloClient, flowId: string, after: string | null): Promise<LoadedVersion | null> {
  const { data } = await client.query({ query: FlowVersionDocument, variables: { id: flowId, after } });
  const version = data?.flow?.versions.nodes[0];
  const parsed = version && parseFlow(version.document);
  if (!version || !parsed?.ok) return null;
  const { id, number, publishedAt } = version;
  return { id, number, publishedAt, flow: parsed.flow };
}

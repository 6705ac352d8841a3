import { graphql } from '../graph/generated/index.ts';

/** The list of flows. `FlowRow` is what everything else tells about a flow, too. */
export const FlowsDocument = graphql(`
  query Flows($after: String) {
    flows(first: 100, after: $after) { nodes { ...FlowRow } pageInfo { hasNextPage endCursor } totalCount }
  }

  fragment FlowRow on Flow {
    id name position stopOnMatch state updatedAt
    liveVersion { id number publishedAt }
    draft { revision savedAt hasUnpublishedChanges savedBy { id name } }
  }
`);

/** A flow by name, to keep or to move. */
export const ExportedFlowDocument = graphql(`
  query ExportedFlow($id: ID!) {
    flow(id: $id) { id exported }
  }
`);

/** What the editor opens with. */
export const FlowDocument = graphql(`
  query Flow($id: ID!) {
    flow(id: $id) {
      ...FlowRow
      draft { document }
      liveVersion { document }
    }
  }
`);

export const ReferencesDocument = graphql(`
  query References {
    references {
      queues teams agents skills channels customFields contactAttributes
      calendars credentials slaPolicies flows categories tags
    }
  }
`);

/** The history without the documents, which may be large. */
export const FlowVersionsDocument = graphql(`
  query FlowVersions($id: ID!, $after: String) {
    flow(id: $id) {
      id
      versions(first: 50, after: $after) {
        edges {
          cursor
          node {
            id number note publishedAt isLive
            publishedBy { id name }
            rolledBackFrom { id number }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

/** The document of the version that follows a cursor; without one, of the newest. */
export const FlowVersionDocument = graphql(`
  query FlowVersion($id: ID!, $after: String) {
    flow(id: $id) {
      id
      versions(first: 1, after: $after) { nodes { id number note publishedAt isLive document } }
    }
  }
`);

/** A run and the version it ran on, to light up its path. */
export const RunDocument = graphql(`
  query Run($id: ID!) {
    run(id: $id) {
      ...RunPart
      acted continuesId continuationIds startedById
      ticket { id number subject }
      flow { id }
      version { id number document }
    }
  }

  fragment RunPart on Run {
    id at eventType outcome steps edgeIds waitsUntil waitsAt
  }
`);

/** What a run did after a wait. */
export const RunPartDocument = graphql(`
  query RunPart($id: ID!) {
    run(id: $id) { ...RunPart }
  }
`);

/** The run by which another flow started one. */
export const StartingRunDocument = graphql(`
  query StartingRun($id: ID!) {
    run(id: $id) { id flow { id name } }
  }
`);

export const CancelRunDocument = graphql(`
  mutation CancelRun($input: CancelRunInput!) {
    cancelRun(input: $input) {
      run { ...RunPart continuationIds }
      userErrors { code message path }
    }
  }
`);

/** Tickets to try a flow with. */
export const TryTicketsDocument = graphql(`
  query TryTickets($search: String) {
    tickets(first: 15, search: $search, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { id number subject category priority createdAt }
    }
  }
`);

export const TicketFactsDocument = graphql(`
  query TryTicketFacts($id: ID!) {
    ticket(id: $id) { id number subject facts }
  }
`);

export const CreateFlowDocument = graphql(`
  mutation CreateFlow($input: CreateFlowInput!) {
    createFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }
  }
`);

export const UpdateFlowDocument = graphql(`
  mutation UpdateFlow($input: UpdateFlowInput!) {
    updateFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }
  }
`);

export const MoveFlowDocument = graphql(`
  mutation MoveFlow($input: MoveFlowInput!) {
    moveFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }
  }
`);

export const SaveDraftDocument = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      draft { revision savedAt hasUnpublishedChanges }
      current { document revision savedAt savedBy { id name } }
      userErrors { code message path }
    }
  }
`);

/** What publishing a document would find, with other live flows too. */
export const FlowCheckDocument = graphql(`
  query FlowCheck($flowId: ID!, $document: JSON!, $locale: Locale!) {
    flowCheck(flowId: $flowId, document: $document, locale: $locale) {
      code severity flowId otherFlowId nodeId message
    }
  }
`);

export const PublishFlowDocument = graphql(`
  mutation PublishFlow($input: PublishFlowInput!) {
    publishFlow(input: $input) {
      flow { ...FlowRow liveVersion { document } }
      version { id number }
      issues { code severity nodeId otherFlowId message }
      userErrors { code message path }
    }
  }
`);

export const RollBackFlowDocument = graphql(`
  mutation RollBackFlow($input: RollBackFlowInput!) {
    rollBackFlow(input: $input) {
      flow { ...FlowRow liveVersion { document } }
      version { id number }
      issues { code severity nodeId otherFlowId message }
      userErrors { code message path }
    }
  }
`);

export const TurnOffFlowDocument = graphql(`
  mutation TurnOffFlow($input: FlowIdInput!) {
    turnOffFlow(input: $input) { flow { ...FlowRow } userErrors { code message path } }
  }
`);

export const DeleteFlowDocument = graphql(`
  mutation DeleteFlow($input: FlowIdInput!) {
    deleteFlow(input: $input) { deletedId userErrors { code message path } }
  }
`);

export const FlowActivityDocument = graphql(`
  subscription FlowActivity($flowId: ID!) {
    flowActivity(flowId: $flowId) {
      sequence at flowId versionId runs
      nodes { nodeId count }
      edges { edgeId count }
    }
  }
`);

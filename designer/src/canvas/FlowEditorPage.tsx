import { parseFlow } from '@alur/engine';
import { useQuery } from '@apollo/client/react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowQuery } from '../graph/generated/graphql.ts';
import { Failure } from '../shell/Failure.tsx';
import { PageLoading } from '../shell/PageLoading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { MissingFlow } from './editor/MissingFlow.tsx';
import { type OpenedFlow, OpenFlow } from './editor/OpenFlow.tsx';
import { useShownVersion } from './editor/use-shown-version.ts';
import { FlowDocument } from './flow-documents.ts';
import { ReferencesGate } from './references/ReferencesGate.tsx';
import { loadCanvas } from './surface/load-canvas.ts';

const route = getRouteApi('/shell/flows/$flowId');

/** The page of one flow. The address says which version, node and run it shows. */
export function FlowEditorPage() {
  const { flowId } = route.useParams();
  useEffect(() => {
    // While the flow loads, so does what draws it.
    if (window.matchMedia('(min-width: 48em)').matches) void loadCanvas();
  }, []);
  return (
    <ReferencesGate>
      <LoadedFlow key={flowId} flowId={flowId} />
    </ReferencesGate>
  );
}

function LoadedFlow({ flowId }: { readonly flowId: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/flows/$flowId' });
  const { data, error, loading, refetch } = useQuery(FlowDocument, {
    variables: { id: flowId },
    // A draft from the cache may be an old revision, so only the server's answer opens the editor.
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const flow = data?.flow;
  usePageTitle(flow?.name ?? t('canvas.title'));
  const opened = useMemo(() => (flow ? openedFlow(flow) : null), [flow]);
  const shown = useShownVersion(flowId, search.version, search.run);
  if (error && !flow) return <Failure error={error} onRetry={() => void refetch()} />;
  if (loading && !flow) return <PageLoading />;
  if (!flow) return <MissingFlow />;
  if (!opened) return <Failure error={new Error('The draft is no flow document')} onRetry={() => void refetch()} />;
  return (
    <OpenFlow
      opened={opened}
      shown={shown}
      nodeId={search.node}
      onNode={(node) => void navigate({ search: (before) => ({ ...before, node }), replace: true })}
      onShowVersion={(version) => void navigate({ search: version === null ? {} : { version, node: search.node } })}
    />
  );
}

/** The flow with its documents read; null where the draft can't be read, which the API rules out. */
function openedFlow(flow: NonNullable<FlowQuery['flow']>): OpenedFlow | null {
  const draft = parseFlow(flow.draft.document);
  if (!draft.ok) return null;
  const live = flow.liveVersion && parseFlow(flow.liveVersion.document);
  return {
    row: flow,
    draft: {
      flow: draft.flow,
      revision: flow.draft.revision,
      savedAt: flow.draft.savedAt,
      savedByName: flow.draft.savedBy?.name ?? null,
    },
    live:
      flow.liveVersion && live?.ok
        ? { id: flow.liveVersion.id, number: flow.liveVersion.number, flow: live.flow }
        : null,
  };
}

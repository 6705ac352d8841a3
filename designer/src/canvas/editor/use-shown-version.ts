import { parseFlow } from '@alur/engine';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { RunDocument } from '../flow-documents.ts';
import type { KnownRun } from '../try/RunPanel.tsx';
import { type LoadedVersion, loadVersion } from '../versions/load-version.ts';

export type Shown =
  | { readonly type: 'loading' }
  | { readonly type: 'failed'; readonly error: unknown; readonly retry: () => void }
  /** `version` null: the draft. */
  | { readonly type: 'ready'; readonly version: LoadedVersion | null; readonly run: KnownRun | null };

const DRAFT: Shown = { type: 'ready', version: null, run: null };

/** What the address asks for: a run on the version it ran on, a version by its number, or else the draft. */
export function useShownVersion(flowId: string, number: number | undefined, runId: string | undefined): Shown {
  const byRun = useRun(runId);
  const byNumber = useVersion(flowId, runId === undefined ? number : undefined);
  return runId === undefined ? byNumber : byRun;
}

function useRun(runId: string | undefined): Shown {
  const { data, error, refetch } = useQuery(RunDocument, { variables: { id: runId ?? '' }, skip: runId === undefined });
  return useMemo((): Shown => {
    if (runId === undefined) return DRAFT;
    if (error) return { type: 'failed', error, retry: () => void refetch() };
    if (!data) return { type: 'loading' };
    const parsed = data.run && parseFlow(data.run.version.document);
    if (!data.run || !parsed?.ok) return DRAFT;
    const { id, number } = data.run.version;
    return { type: 'ready', version: { id, number, publishedAt: data.run.at, flow: parsed.flow }, run: data.run };
  }, [runId, data, error, refetch]);
}

function useVersion(flowId: string, number: number | undefined): Shown {
  const client = useApolloClient();
  const [loaded, setLoaded] = useState<{ readonly number: number; readonly shown: Shown } | null>(null);
  const load = useCallback(
    (wanted: number) => {
      setLoaded(null);
      loadVersion(client, flowId, wanted)
        .then((version): Shown => ({ type: 'ready', version, run: null }))
        .catch((error: unknown): Shown => ({ type: 'failed', error, retry: () => load(wanted) }))
        .then((shown) => setLoaded({ number: wanted, shown }));
    },
    [client, flowId],
  );
  useEffect(() => {
    if (number !== undefined) load(number);
  }, [number, load]);
  if (number === undefined) return DRAFT;
  return loaded?.number === number ? loaded.shown : { type: 'loading' };
}

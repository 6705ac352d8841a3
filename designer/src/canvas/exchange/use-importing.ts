import type { PortableFlow, ReferenceMapping } from '@alur/engine';
import { useMutation } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graph/failure.ts';
import type { OnExistingFlow } from '../../graph/generated/graphql.ts';
import { graphql } from '../../graph/generated/index.ts';
import { refusalText, showDone } from '../../shell/notices.ts';

const ImportFlowDocument = graphql(`
  mutation ImportFlow($input: ImportFlowInput!) {
    importFlow(input: $input) {
      flow { ...FlowRow }
      outcome
      missing { kind name }
      userErrors { code message path }
    }
  }
`);

interface ImportRequest {
  readonly portable: PortableFlow;
  readonly name: string;
  readonly onExisting: OnExistingFlow;
  readonly mapping: readonly ReferenceMapping[];
}

/** Takes a flow in and opens it. What stood in the way is in `problem`. */
export function useImporting(onDone: () => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [mutate, { loading }] = useMutation(ImportFlowDocument, { refetchQueries: ['Flows'] });
  const [problem, setProblem] = useState<string | null>(null);

  const take = async ({ portable, name, onExisting, mapping }: ImportRequest) => {
    if (name.trim() === '') return setProblem(t('canvas.list.nameNeeded'));
    setProblem(null);
    try {
      const input = { document: portable, name: name.trim(), onExisting, mapping: [...mapping] };
      const { data } = await mutate({ variables: { input } });
      const flow = data?.importFlow.flow;
      const [refusal] = data?.importFlow.userErrors ?? [];
      if (!flow) return setProblem(refusal ? refusalText(refusal) : t('failure.unknown'));
      const { outcome, missing } = data.importFlow;
      if (outcome) showDone(t(`canvas.exchange.outcome.${outcome}`, { name: flow.name }));
      if (missing.length > 0 && outcome !== 'SKIPPED') {
        showDone(t('canvas.exchange.stillMissing', { count: missing.length }));
      }
      onDone();
      await navigate({ to: '/flows/$flowId', params: { flowId: flow.id } });
    } catch (error) {
      setProblem(t(`failure.${failureOf(error).kind}`));
    }
  };
  return { take, isBusy: loading, problem };
}

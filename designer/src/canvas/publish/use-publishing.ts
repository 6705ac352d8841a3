import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graph/failure.ts';
import type { PublishFlowMutation } from '../../graph/generated/graphql.ts';
import { refusalText } from '../../shell/notices.ts';
import type { DraftSaver } from '../draft/draft-saver.ts';
import { PublishFlowDocument } from '../flow-documents.ts';
import { forgetVersions } from '../versions/forget-versions.ts';

type Published = NonNullable<PublishFlowMutation['publishFlow']['version']>;

interface Publishing {
  /** Saves what waits, then publishes exactly that; null where it was refused, with the reason in `problem`. */
  publish(note: string): Promise<Published | null>;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

/** Publishes the draft of a flow. */
export function usePublishing(flowId: string, saver: DraftSaver): Publishing {
  const { t } = useTranslation();
  const [mutate] = useMutation(PublishFlowDocument);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (note: string): Promise<Published | null> => {
    const revision = await saver.flush();
    if (revision === null) {
      setProblem(t('canvas.publish.notSaved'));
      return null;
    }
    const { data } = await mutate({
      variables: { input: { flowId, revision, note } },
      update: (cache) => forgetVersions(cache, flowId),
    });
    const answer = data?.publishFlow;
    if (answer?.version) return answer.version;
    const refusals = answer?.userErrors.map(refusalText) ?? [];
    const texts = [...refusals, ...(answer?.issues.map(({ message }) => message) ?? [])];
    setProblem(texts.join(' ') || t('failure.unknown'));
    return null;
  };

  return {
    isBusy,
    problem,
    publish: async (note) => {
      setProblem(null);
      setIsBusy(true);
      try {
        return await send(note);
      } catch (error) {
        setProblem(t(`failure.${failureOf(error).kind}`));
        return null;
      } finally {
        setIsBusy(false);
      }
    },
  };
}

import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graph/failure.ts';
import { refusalText } from '../../shell/notices.ts';
import { RollBackFlowDocument, TurnOffFlowDocument } from '../flow-documents.ts';
import { showUndo } from '../UndoNotice.tsx';
import { forgetVersions } from './forget-versions.ts';

interface LiveVersion {
  readonly id: string;
  readonly number: number;
}

/** Makes an old version live again, or turns the flow off. Neither asks first: the notice offers the way back. */
export function useRollingBack(flowId: string) {
  const { t } = useTranslation();
  const [mutate, { loading }] = useMutation(RollBackFlowDocument, { update: (cache) => forgetVersions(cache, flowId) });
  const [mutateOff, { loading: isTurningOff }] = useMutation(TurnOffFlowDocument, {
    update: (cache) => forgetVersions(cache, flowId),
  });

  const send = async (versionId: string): Promise<string | null> => {
    try {
      const { data } = await mutate({ variables: { input: { flowId, versionId } } });
      if (data?.rollBackFlow.version) return null;
      const { userErrors = [], issues = [] } = data?.rollBackFlow ?? {};
      return (
        [...userErrors.map(refusalText), ...issues.map(({ message }) => message)].join(' ') || t('failure.unknown')
      );
    } catch (error) {
      return t(`failure.${failureOf(error).kind}`);
    }
  };

  /** Resolves with the reason where it was refused, else null. */
  const rollBack = async (target: LiveVersion, live: LiveVersion | null): Promise<string | null> => {
    const problem = await send(target.id);
    if (problem === null) {
      showUndo({
        title: t('canvas.versions.rolledBack', { number: target.number }),
        text: t('canvas.versions.rolledBackText'),
        undo: live ? t('canvas.versions.undoRollBack', { number: live.number }) : null,
        onUndo: () => void (live && send(live.id)),
      });
    }
    return problem;
  };

  const turnOff = async (live: LiveVersion): Promise<string | null> => {
    try {
      const { data } = await mutateOff({ variables: { input: { flowId } } });
      const [refusal] = data?.turnOffFlow.userErrors ?? [];
      if (refusal) return refusalText(refusal);
    } catch (error) {
      return t(`failure.${failureOf(error).kind}`);
    }
    showUndo({
      title: t('canvas.versions.turnedOff'),
      text: t('canvas.versions.turnedOffText'),
      undo: t('canvas.versions.turnOn'),
      onUndo: () => void send(live.id),
    });
    return null;
  };

  return { rollBack, turnOff, isBusy: loading || isTurningOff };
}

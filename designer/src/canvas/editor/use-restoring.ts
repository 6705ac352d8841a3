import type { Flow } from '@alur/engine';
import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graph/failure.ts';
import { loadVersion } from '../versions/load-version.ts';

/** Gives a function that fetches a version by number and hands its document over, to become the draft. */
export function useRestoring(flowId: string, onRestore: (flow: Flow) => void): (number: number) => void {
  const { t } = useTranslation();
  const client = useApolloClient();
  return (number) => {
    loadVersion(client, flowId, number)
      .then((version) => {
        if (!version) throw new Error(`Version ${number} is gone`);
        onRestore(version.flow);
        notifications.show({ color: 'teal', message: t('canvas.versions.restored', { number }) });
      })
      .catch((error: unknown) => notifications.show({ color: 'red', message: t(`failure.${failureOf(error).kind}`) }));
  };
}

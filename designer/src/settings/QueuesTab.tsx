import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { EditButton } from '../forms/EditButton.tsx';
import { ListSection } from '../forms/ListSection.tsx';
import type { QueueListQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { durationMs, spanText } from '../words/times.ts';
import { QueueDialog } from './QueueDialog.tsx';
import { TARGETS } from './queue-draft.ts';

const QueueListDocument = graphql(`
  query QueueList {
    queues {
      id name policy limit isFallback position acceptWithin offerAgainAfter reroute fairDrain
      targets { low normal high urgent }
    }
  }
`);

export type ListedQueue = QueueListQuery['queues'][number];

/** Where tickets wait: in which order they are taken, how many may wait, how soon each should be taken. */
export function QueuesTab() {
  const { t, i18n } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const [edited, setEdited] = useState<ListedQueue | 'new' | null>(null);
  const { data, error, refetch } = useQuery(QueueListDocument);
  const span = (iso: string) => spanText(durationMs(iso) ?? 0, i18n.language);
  return (
    <>
      <ListSection
        intro={t('settings.queues.intro')}
        add={isManager ? { label: t('settings.queues.add'), onClick: () => setEdited('new') } : undefined}
        isLoading={!data}
        error={data ? null : error}
        onRetry={() => void refetch()}
        titles={[
          t('settings.name'),
          t('settings.queues.policy'),
          t('settings.queues.limit'),
          ...TARGETS.map((name) => t(`settings.queues.target.${name}`)),
          t('settings.actions'),
        ]}
      >
        {data?.queues.map((queue) => (
          <tr key={queue.id}>
            <th scope="row">
              {queue.name} {queue.isFallback && <span className="alur-faint">{t('board.fallback')}</span>}
            </th>
            <td>
              {t(`settings.queues.policyOf.${queue.policy}`)}
              {queue.acceptWithin && <div className="alur-faint">{t('settings.queues.offersTickets')}</div>}
            </td>
            <td className="alur-number">{queue.limit > 0 ? queue.limit : t('board.noLimit')}</td>
            {TARGETS.map((name) => (
              <td key={name} className="alur-number">
                {span(queue.targets[name])}
              </td>
            ))}
            <td>{isManager && <EditButton name={queue.name} onClick={() => setEdited(queue)} />}</td>
          </tr>
        ))}
        {data?.queues.length === 0 && (
          <tr>
            <td colSpan={8} className="alur-faint">
              {t('settings.queues.none')}
            </td>
          </tr>
        )}
      </ListSection>
      {edited !== null && (
        <QueueDialog
          queue={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => void refetch()}
        />
      )}
    </>
  );
}
